import type { FastifyInstance } from "fastify";
import type { ModelRegistry } from "../../model/registry/registry";
import type { Config } from "../config";
import { poll } from "../poll";
import { onSighup } from "../sighup";

/**
 * Keeps the registry in step with its directory: polls it every MODEL_POLL_MS, and reloads on SIGHUP.
 *
 * Most mounted volumes do not report changes (inotify), nor does a symlink that is swapped above a watched folder. Polling costs one
 * `stat` per version and always works.
 */
export function useModelReload(
  app: FastifyInstance,
  registry: Pick<ModelRegistry, "refresh">,
  { MODEL_POLL_MS: interval }: Pick<Config, "MODEL_POLL_MS">,
): void {
  const refresh = () =>
    registry
      .refresh()
      .catch((error: unknown) => app.log.error({ err: error }, "models could not be reloaded"));
  const closing = new AbortController();
  const stopListening = onSighup(refresh);
  if (interval > 0) void poll(refresh, interval, closing.signal);
  app.addHook("onClose", async () => {
    stopListening();
    closing.abort();
  });
}
