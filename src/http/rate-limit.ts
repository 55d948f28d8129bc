import type { FastifyInstance } from "fastify";
import type { Config } from "../config";
import { isOpenPath } from "./api-keys";
import { ClientAddresses } from "./client-address";

/** Maximum number of clients that are counted at a time; beyond, the one that asked longest ago is forgotten. */
const CLIENTS = 10_000;

/**
 * Counts each client's requests in windows of a minute, and answers 429 beyond the limit. A client is an API key, or
 * its address if it has none (for IPv6 the /64, which one household has). The count is in memory: each process has its own.
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
