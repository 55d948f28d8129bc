/** A file of its own, to be loaded on demand. */
export { default as rateLimit, normalizeIP } from "@fastify/rate-limit";
