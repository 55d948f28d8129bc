import { createHash, timingSafeEqual } from "node:crypto";
import { unwatchFile, watchFile } from "node:fs";
import type { IncomingHttpHeaders } from "node:http";
import type { FastifyInstance } from "fastify";
import type { Config } from "../config";
import { type ApiKey, readApiKeys } from "./api-key-file";
import { errorBody, pathOf } from "./http-errors";

declare module "fastify" {
  interface FastifyRequest {
    /** Name of the API key that the request carries, where one is needed. */
    apiKeyName: string | undefined;
  }
}

/** Milliseconds between two looks at the file: a key that is taken out is accepted for no longer. */
const LOOK_MS = 1000;

/** Who probes the process has no key, and learns nothing but that it is up. */
const OPEN_PATHS: ReadonlySet<string> = new Set(["/healthz", "/readyz"]);

export function isOpenPath(url: string): boolean {
  return OPEN_PATHS.has(pathOf(url));
}

/**
 * Demands a key of API_KEYS_FILE, as `Authorization: Bearer KEY` or `X-API-Key: KEY`, for all but the health checks;
 * others get 401. Without the file nothing is demanded.
 *
 * The file is looked at every second, as a mounted secret gives no notice of its change; where it has become unreadable or
 * wrong, the keys before stay in force.
 *
 * @throws HousePriceError API_KEYS_INVALID where the file cannot be used at the start
 */
export function useApiKeys(
  app: FastifyInstance,
  { API_KEYS_FILE: path }: Pick<Config, "API_KEYS_FILE">,
): void {
  app.decorateRequest("apiKeyName", undefined);
  if (path === "") return;
  let keys = readApiKeys(path);
  app.log.info({ path, keys: keys.length }, "API keys in force");
  const reread = () => {
    try {
      keys = readApiKeys(path);
      app.log.info({ path, keys: keys.length }, "API keys in force");
    } catch (error) {
      app.log.error({ err: error }, "API keys not read again; those before stay in force");
    }
  };
  watchFile(path, { interval: LOOK_MS, persistent: false }, reread);
  app.addHook("onClose", async () => unwatchFile(path, reread));

  app.addHook("onRequest", (request, reply, done) => {
    if (isOpenPath(request.url)) return done();
    request.apiKeyName = nameOf(keyOf(request.headers), keys);
    if (request.apiKeyName !== undefined) return done();
    reply.code(401).header("www-authenticate", "Bearer").send(errorBody("UNAUTHENTICATED"));
  });
}

function keyOf(headers: IncomingHttpHeaders): string | undefined {
  const { authorization, "x-api-key": key } = headers;
  return typeof key === "string" ? key : /^bearer +(\S+)$/i.exec(authorization ?? "")?.[1];
}

/**
 * The name of a key. The time that this takes tells nothing of the keys that there are: hashes are compared whole,
 * with every key. A plain hash is enough for keys of 256 random bits, which nobody can guess.
 */
function nameOf(key: string | undefined, keys: readonly ApiKey[]): string | undefined {
  if (key === undefined) return undefined;
  const hash = createHash("sha256").update(key).digest();
  let name: string | undefined;
  for (const each of keys) if (timingSafeEqual(hash, each.hash)) name = each.name;
  return name;
}
