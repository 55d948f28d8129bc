import type { FastifyInstance } from "fastify";
import { type Config, STUDIO_ORIGIN } from "../config";
import { logRefusedOrigins } from "./refused-origins";

/** What of the headers a page of another origin may read besides those that every page may. */
const EXPOSED = [
  "etag",
  "ratelimit-limit",
  "ratelimit-remaining",
  "ratelimit-reset",
  "retry-after",
  "x-request-id",
];

/** The origins whose pages may ask: the configured ones, and Apollo's own where Sandbox is on. */
export function corsOrigins({ CORS_ORIGINS, SANDBOX }: Config): string[] {
  return [...CORS_ORIGINS, ...(SANDBOX ? [STUDIO_ORIGIN] : [])];
}

/**
 * A page of another origin could otherwise read what this server answers to a visitor who can reach it, so only the
 * allowed origins may. With none, no CORS header is ever sent.
 */
export async function useCors(app: FastifyInstance, config: Config): Promise<void> {
  const origin = corsOrigins(config);
  logRefusedOrigins(app, origin);
  if (origin.length === 0) return;
  const { default: cors } = await import("@fastify/cors");
  // An OPTIONS request that is no preflight is answered as one: there is nothing else that it could ask.
  await app.register(cors, {
    origin,
    methods: ["GET", "POST"],
    maxAge: 600,
    exposedHeaders: EXPOSED,
    strictPreflight: false,
  });
}
