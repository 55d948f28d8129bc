import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import type { FastifyInstance } from "fastify";
import type { Config } from "../config";
import { IDE_PATHS } from "../pages/ide-paths";
import { PAGE_PATHS } from "../pages/page-paths";
import { poll } from "../poll";
import { type ApiKey, ApiKeyFile } from "./api-key-file";
import { errorBody } from "./error-body";
import { pathOf } from "./http-errors";

declare module "fastify" {
  interface FastifyRequest {
    /** Name of the request's API key, if keys are required. */
    apiKeyName: string | undefined;
  }
}

/** Name of the valid API key in the headers, if any. */
export type ApiKeyOf = (headers: IncomingHttpHeaders) => string | undefined;

/** Poll interval of the file in milliseconds: a removed key stops working within it. */
const POLL_MS = 1000;

/** Health probes have no key, and reveal only that the process is up. */
const OPEN_PATHS: ReadonlySet<string> = new Set([
  "/healthz",
  "/readyz",
  "/v2/health/live",
  "/v2/health/ready",
]);

/**
 * Browsers open the page without a key; the page asks for one and sends it with its queries. Its files reveal nothing about the models.
 */
const needsNoKey = (url: string) =>
  isOpenPath(url) || PAGE_PATHS.has(pathOf(url)) || IDE_PATHS.has(pathOf(url));

export function isOpenPath(url: string): boolean {
  return OPEN_PATHS.has(pathOf(url));
}

/**
 * Requires a key of API_KEYS_FILE, as `Authorization: Bearer KEY` or `X-API-Key: KEY`, except for health checks and the page at `/`;
 * other requests get 401. The file is polled every second, since mounted secrets send no change notifications. If it becomes unreadable
 * or invalid, the previous keys remain in use.
 *
 * @returns the name of a request's key; undefined if no key is required
 * @throws HousePriceError API_KEYS_INVALID if the file is invalid at startup
 */
export async function useApiKeys(
  app: FastifyInstance,
  { API_KEYS_FILE: path }: Pick<Config, "API_KEYS_FILE">,
): Promise<ApiKeyOf | undefined> {
  app.decorateRequest("apiKeyName", undefined);
  if (path === "") return undefined;
  const file = new ApiKeyFile(path);
  let keys: readonly ApiKey[] = [];
  const read = async () => {
    const changed = await file.readChanged();
    if (!changed) return;
    keys = changed;
    app.log.info({ path, keys: keys.length }, "API keys loaded");
  };
  await read();

  let problem = "";
  const reread = async () => {
    try {
      await read();
      problem = "";
    } catch (error) {
      const message = String(error);
      if (message !== problem)
        app.log.error({ err: error }, "API keys could not be reloaded; the previous ones remain in use");
      problem = message;
    }
  };
  const closing = new AbortController();
  void poll(reread, POLL_MS, closing.signal);
  app.addHook("onClose", async () => closing.abort());

  const apiKeyOf: ApiKeyOf = (headers) => nameOf(keyOf(headers), keys);
  app.addHook("onRequest", (request, reply, done) => {
    if (needsNoKey(request.url)) return done();
    request.apiKeyName = apiKeyOf(request.headers);
    if (request.apiKeyName !== undefined) return done();
    reply.code(401).header("www-authenticate", "Bearer").send(errorBody("UNAUTHENTICATED"));
  });
  return apiKeyOf;
}

function keyOf(headers: IncomingHttpHeaders): string | undefined {
  const { authorization, "x-api-key": key } = headers;
  return typeof key === "string" ? key : /^bearer +(\S+)$/i.exec(authorization ?? "")?.[1];
}

/**
 * The name of a key. The comparison takes constant time: whole hashes are compared, with every key. A plain hash is
 * enough for keys of 256 random bits, which nobody can guess.
 */
function nameOf(key: string | undefined, keys: readonly ApiKey[]): string | undefined {
  if (key === undefined) return undefined;
  const hash = createHash("sha256").update(key).digest();
  let name: string | undefined;
  for (const each of keys) if (timingSafeEqual(hash, each.hash)) name = each.name;
  return name;
}
