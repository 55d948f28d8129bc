import { monitorEventLoopDelay } from "node:perf_hooks";
import type { FastifyInstance } from "fastify";
import type { Config } from "../config";
import { errorBody } from "./http-errors";

/** How often the event loop's delay is looked at. */
const SAMPLE_MS = 250;

/** Seconds after which a client that was sent away may come again. */
export const RETRY_AFTER_S = 1;

/**
 * Where more work comes than can be done, a queue would grow until all wait for ever and memory ends. So when timers are late
 * by more than MAX_EVENT_LOOP_DELAY_MS on average, in two looks one after the other, `/graphql` answers 503 at once, before it
 * reads a body, until they are not. Health and metrics are answered all the while.
 *
 * @param delay - measures the average delay since it was last called, in milliseconds
 */
export function useOverload(
  app: FastifyInstance,
  { MAX_EVENT_LOOP_DELAY_MS: limit }: Pick<Config, "MAX_EVENT_LOOP_DELAY_MS">,
  delay: () => number = eventLoopDelay(),
): void {
  if (limit === 0) return;
  let overloaded = false;
  let wasLate = false;
  let sampling: NodeJS.Timeout | undefined;
  app.addHook("onListen", async () => {
    delay(); // What the start itself took is nobody's load.
    sampling = setInterval(() => {
      const measured = delay();
      const late = measured > limit;
      // One long pause (a start, a collection of garbage, a machine that does something else) is not yet a queue that grows.
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
    if (!overloaded || request.routeOptions.url !== "/graphql") return done();
    reply.code(503).header("retry-after", RETRY_AFTER_S).send(errorBody("OVERLOADED"));
  });
}

/** Node's own measure: how late timers are that come every 10 ms. */
function eventLoopDelay(): () => number {
  const histogram = monitorEventLoopDelay({ resolution: 10 });
  histogram.enable();
  return () => {
    // What is recorded is the time between two timers, of which 10 ms are as they should be.
    const mean = histogram.count > 0 ? histogram.mean / 1e6 - 10 : 0;
    histogram.reset();
    return mean;
  };
}
