import type { FastifyInstance } from "fastify";
import type { Config } from "../config";
import { isOpenPath } from "./api-keys";
import { ClientAddresses } from "./client-address";

/** Maximum number of tracked clients; above it, the least recent one is dropped. */
const CLIENTS = 10_000;

/**
 * Counts each client's requests in windows of a minute, and returns 429 above the limit. A client is an API key, or else
 * an address (for IPv6 the /64 of a household). Each process has its own count in memory.
 *
 * Must be called after {@link useApiKeys}, and before the routes.
 */
export async function useRateLimit(
  app: FastifyInstance,
  { RATE_LIMIT: max, TRUST_PROXY }: Pick<Config, "RATE_LIMIT" | "TRUST_PROXY">,
): Promise<void> {
  if (max === 0) return;
  const { rateLimit, normalizeIP } = await import("./fastify-rate-limit");
  const addresses = new ClientAddresses(TRUST_PROXY);
  await app.register(rateLimit, {
    max,
    timeWindow: "1 minute",
    cache: CLIENTS,
    // RateLimit-Limit, RateLimit-Remaining and RateLimit-Reset, as draft-ietf-httpapi-ratelimit-headers names them.
    enableDraftSpec: true,
    keyGenerator: ({ apiKeyName, raw }) =>
      apiKeyName === undefined ? normalizeIP(addresses.of(raw)) : `key ${apiKeyName}`,
    allowList: ({ url }) => isOpenPath(url),
    errorResponseBuilder: (_request, { after, statusCode }) =>
      Object.assign(new Error(`The limit is ${max} requests per minute; retry in ${after}.`), {
        statusCode,
      }),
  });
}
