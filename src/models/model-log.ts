import type { FastifyBaseLogger } from "fastify";
import type { RegistryObserver } from "../../model/registry/registry-observer";

export function logModels(log: FastifyBaseLogger): RegistryObserver {
  return {
    loaded(model, replaced) {
      const former = replaced && { replacedSha256: replaced.sha256 };
      log.info({ model: model.id, sha256: model.sha256, ...former }, "model loaded");
    },
    removed(model) {
      log.info({ model: model.id, sha256: model.sha256 }, "model removed");
    },
    refused({ path, error, kept }) {
      log.warn({ path, code: error.code, stillServed: kept?.id }, error.message);
    },
    chosen(model, reason) {
      log.info({ model: model.id, reason }, "default model selected");
    },
    pinned(pins) {
      log.info({ pins: Object.fromEntries(pins) }, "pins loaded");
    },
  };
}
