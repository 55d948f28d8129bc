import type { FastifyInstance } from "fastify";
import { type Config, STUDIO_ORIGIN } from "../config";
import { logRefusedOrigins } from "./refused-origins";

/** Response headers that pages of other origins may read, besides the CORS-safelisted ones. */
const EXPOSED = [
  "etag",
  "ratelimit-limit",
  "ratelimit-remaining",
  "ratelimit-reset",
  "retry-after",
  "x-request-id",
];

/** The allowed origins: the configured ones, and Apollo's own if it is the IDE. */
export function corsOrigins({ CORS_ORIGINS, IDE }: Config): string[] {
  return [...CORS_ORIGINS, ...(IDE === "sandbox" ? [STUDIO_ORIGIN] : [])];
}

/**
 * Without this restriction, a page of any origin could read the responses to its visitors. If no origin is allowed,
 * no CORS headers are sent.
 *
 * @returns the headers of an answer to a request that names no origin
 */
export async function useCors(
  app: FastifyInstance,
  config: Config,
): Promise<Readonly<Record<string, string>>> {
  const origin = corsOrigins(config);
  logRefusedOrigins(app, origin);
  if (origin.length === 0) return {};
  const { default: cors } = await import("@fastify/cors");
  // Treat every OPTIONS request as a preflight: no other kind is useful here.
  await app.register(cors, {
    origin,
    methods: ["GET", "POST"],
    maxAge: 600,
    exposedHeaders: EXPOSED,
    strictPreflight: false,
  });
  return { vary: "Origin", "access-control-expose-headers": EXPOSED.join(", ") };
}
