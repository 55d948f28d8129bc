import type { FastifyInstance } from "fastify";
import type { ModelCatalogue } from "../../model/registry/catalogue";

/**
 * `/healthz`: the process is up. `/readyz`: it can answer, since a model is loaded, and it was not told to end.
 *
 * Every model of the catalogue has reproduced its golden predictions when it was loaded, and nothing changes it in memory, so
 * a probe does not compute them again: a probe costs the same whatever the models are.
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
