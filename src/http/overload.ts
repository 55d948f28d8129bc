import { monitorEventLoopDelay } from "node:perf_hooks";
import type { FastifyInstance } from "fastify";
import type { Config } from "../config";
import { errorBody } from "./error-body";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Marks routes that compute predictions: refused under overload, and traced. */
    readonly predicts?: boolean;
  }
}

const SAMPLE_MS = 250;

/** Interval of the timer whose delay is measured. */
const RESOLUTION_MS = 10;

/** In seconds. */
export const RETRY_AFTER_S = 1;

/**
 * Under overload, the queue would grow until every request times out and memory runs out. So if the mean timer delay exceeds
 * MAX_EVENT_LOOP_DELAY_MS in two consecutive samples, routes that predict return 503 immediately, before
 * they read the body, until the delay falls. Health and metrics still work.
 *
 * @param delay - measures the average delay since it was last called, in milliseconds
 * @returns tells whether the server is overloaded
 */
export function useOverload(
  app: FastifyInstance,
  { MAX_EVENT_LOOP_DELAY_MS: limit }: Pick<Config, "MAX_EVENT_LOOP_DELAY_MS">,
  delay: () => number = eventLoopDelay(),
): () => boolean {
  if (limit === 0) return () => false;
  let overloaded = false;
  let wasLate = false;
  let sampling: NodeJS.Timeout | undefined;
  app.addHook("onListen", async () => {
    delay(); // Discard the delay of startup.
    sampling = setInterval(() => {
      const measured = delay();
      const late = measured > limit;
      // A single long pause (startup, garbage collection, other load on the machine) is not overload.
      const before = overloaded;
      overloaded = late && wasLate;
      wasLate = late;
      if (overloaded !== before) {
        app.log.warn({ delayMs: Math.round(measured) }, overloaded ? "overloaded" : "no longer overloaded");
      }
    }, SAMPLE_MS).unref();
  });
  app.addHook("onClose", async () => clearInterval(sampling));
  app.addHook("onRequest", (request, reply, done) => {
    if (!overloaded || !request.routeOptions.config.predicts) return done();
    reply.code(503).header("retry-after", RETRY_AFTER_S).send(errorBody("OVERLOADED"));
  });
  return () => overloaded;
}

/** Average delay of timers since the last call, in milliseconds. */
function eventLoopDelay(): () => number {
  const histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  histogram.enable();
  let last = performance.now();
  return () => {
    const now = performance.now();
    // Node.js records the time between two ticks of a timer. Without two ticks, one turn of the event loop took the whole time.
    const between = histogram.count > 0 ? histogram.mean / 1e6 : now - last;
    histogram.reset();
    last = now;
    return between - RESOLUTION_MS;
  };
}
