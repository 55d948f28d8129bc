import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { readModel } from "../../model/file/read-model";
import { ModelCatalogue } from "../../model/registry/catalogue";
import { listVersionsOf, MODEL_FILE } from "../../model/registry/model-directory";
import { createApp } from "../../src/app";
import { type Config, loadConfig } from "../../src/config";
import { COMMITTED } from "./committed-models";

/** The tests share the process with the server and keep its event loop busy, which is no overload. */
export const PATIENT = { MAX_EVENT_LOOP_DELAY_MS: "0" };

const started: FastifyInstance[] = [];

afterAll(async () => {
  await Promise.all(started.splice(0).map((app) => app.close()));
});

/** The committed models. */
export async function committedCatalogue(): Promise<ModelCatalogue> {
  const folders = await Promise.all(readdirSync(COMMITTED).map((name) => listVersionsOf(COMMITTED, name)));
  return new ModelCatalogue(
    await Promise.all(folders.flat().map(({ path }) => readModel(join(path, MODEL_FILE)))),
  );
}

/**
 * Starts the server in this process, on a free port, with the documented defaults but for overload and `changes`.
 *
 * @returns its URL, without a path
 */
export async function startServer(
  changes: Partial<Config> = {},
  catalogue?: ModelCatalogue,
): Promise<string> {
  const config = { ...loadConfig({ PORT: "0", LOG_LEVEL: "silent", ...PATIENT }), ...changes };
  const models = catalogue ?? (await committedCatalogue());
  const app = await createApp(config, () => models);
  started.push(app);
  return app.listen({ host: config.HOST, port: config.PORT });
}
