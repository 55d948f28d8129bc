import type { FastifyInstance } from "fastify";
import type { ModelCatalogue } from "../../model/registry/catalogue";

/**
 * `/healthz`: the process is up. `/readyz`: a model is loaded, and the process is not shutting down.
 *
 * Every model of the catalogue has reproduced its golden predictions when it was loaded, and cannot change in memory. So
 * probes do not compute them again, and their cost does not depend on the models.
 */
export function useHealth(app: FastifyInstance, currentCatalogue: () => ModelCatalogue): void {
  app.get("/healthz", async () => ({ status: "up" }));
  app.get("/readyz", async (_request, reply) => {
    if (app.draining) return reply.code(503).send({ status: "draining", models: [] });
    const { models } = currentCatalogue();
    if (models.length === 0) return reply.code(503).send({ status: "not ready", models: [] });
    return { status: "ready", models: models.map((model) => model.id) };
  });
}
