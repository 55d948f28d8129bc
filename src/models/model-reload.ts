import { setTimeout as sleep } from "node:timers/promises";
import type { FastifyInstance } from "fastify";
import type { ModelRegistry } from "../../model/registry";
import type { Config } from "../config";
import { onHangUp } from "../hang-up";

/**
 * Keeps the registry in step with its directory: by looking every MODEL_POLL_MS, and at once on SIGHUP.
 *
 * The kernel's notices of changes (inotify) do not come from most mounted volumes, and a link that is swapped above
 * a watched folder gives none at all; a look costs one `stat` a version and always tells the truth.
 */
export function useModelReload(
  app: FastifyInstance,
  registry: Pick<ModelRegistry, "refresh">,
  { MODEL_POLL_MS: interval }: Pick<Config, "MODEL_POLL_MS">,
): void {
  const refresh = () =>
    registry.refresh().catch((error: unknown) => app.log.error({ err: error }, "models not refreshed"));
  const closing = new AbortController();
  const stopListening = onHangUp(refresh);
  if (interval > 0) void repeat(refresh, interval, closing.signal);
  app.addHook("onClose", async () => {
    stopListening();
    closing.abort();
  });
}

/** Each look begins an interval after the one before has ended, so that a slow volume is not asked twice at a time. */
async function repeat(look: () => Promise<void>, interval: number, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await sleep(interval, undefined, { ref: false, signal }).catch(() => undefined);
    if (!signal.aborted) await look();
  }
}
