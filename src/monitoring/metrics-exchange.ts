import * as v from "valibot";
import { metricFamilies } from "./exposition";
import type { MetricFamily } from "./metric";

/**
 * How a worker and the primary process talk. A worker tells once that it serves. Prometheus reaches any one of the workers; it
 * asks the primary for the page, and the primary asks all workers for their metrics.
 */
export const fromWorker = v.variant("kind", [
  v.object({
    kind: v.literal("serving"),
    port: v.number(),
    defaultModel: v.optional(v.string()),
    exampleInput: v.string(),
  }),
  v.object({ kind: v.literal("page-wanted"), id: v.number() }),
  v.object({ kind: v.literal("metrics"), round: v.number(), metrics: metricFamilies }),
]);

const fromPrimary = v.variant("kind", [
  v.object({ kind: v.literal("page"), id: v.number(), text: v.string() }),
  v.object({ kind: v.literal("metrics-wanted"), round: v.number() }),
]);

type FromWorker = v.InferOutput<typeof fromWorker>;
export type FromPrimary = v.InferOutput<typeof fromPrimary>;

/** Tells the primary; a primary that has gone is told nothing. */
export function tellPrimary(message: FromWorker): void {
  process.send?.(message);
}

/**
 * A worker's side: answers the primary with the metrics of this process.
 *
 * @returns asks the primary for the page of all workers
 */
export function joinMetricsExchange(collect: () => Promise<MetricFamily[]>): () => Promise<string> {
  const waiting = new Map<number, (text: string) => void>();
  let asked = 0;
  process.on("message", async (received) => {
    const { success, output: message } = v.safeParse(fromPrimary, received);
    if (!success) return;
    if (message.kind === "metrics-wanted") {
      tellPrimary({ kind: "metrics", round: message.round, metrics: await collect() });
    } else {
      waiting.get(message.id)?.(message.text);
      waiting.delete(message.id);
    }
  });
  return () =>
    new Promise((resolve) => {
      const id = ++asked;
      waiting.set(id, resolve);
      tellPrimary({ kind: "page-wanted", id });
    });
}
