import type { FastifyInstance } from "fastify";
import type { ModelCatalogue } from "../../model/catalogue";
import { reproducesGoldenPredictions } from "../../model/golden";

/**
 * `/healthz`: the process is up. `/readyz`: it can answer, since a model is loaded and still computes the golden
 * predictions of its file, and it was not told to end.
 */
export function useHealth(app: FastifyInstance, currentCatalogue: () => ModelCatalogue): void {
  app.get("/healthz", async () => ({ status: "up" }));
  app.get("/readyz", async (_request, reply) => {
    if (app.draining) return reply.code(503).send({ status: "draining", models: [] });
    const models = currentCatalogue().models.filter(reproducesGoldenPredictions);
    if (models.length === 0) return reply.code(503).send({ status: "not ready", models: [] });
    return { status: "ready", models: models.map((model) => model.id) };
  });
}
