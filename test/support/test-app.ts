import type { FastifyInstance } from "fastify";
import { ModelCatalogue } from "../../model/registry/catalogue";
import { loadModels } from "../../model/registry/version-reader";
import { createApp } from "../../src/app";
import { loadConfig } from "../../src/config";
import { parseMetrics } from "./metrics-page";
import { PATIENT } from "./server";

/** The app with the committed linear@1 and linear@2, as the environment configures it; it does not listen. */
export async function createTestApp(environment: NodeJS.ProcessEnv = {}): Promise<FastifyInstance> {
  const { models } = await loadModels("model/trained");
  const catalogue = new ModelCatalogue(models.filter(({ id }) => ["linear@1", "linear@2"].includes(id)));
  return createApp(loadConfig({ LOG_LEVEL: "silent", ...PATIENT, ...environment }), () => catalogue);
}

/** Sends a query to an app; gives the answer as it came. */
export function inject(app: FastifyInstance, query: string, variables?: unknown) {
  return app.inject({ method: "POST", url: "/graphql", payload: { query, variables } });
}

/** The page of metrics, as series and value. */
export async function metricsOf(app: FastifyInstance): Promise<Map<string, number>> {
  return parseMetrics((await app.inject("/metrics")).body);
}
