/** What is used of @fastify/rate-limit; in a file of its own, which is loaded where a limit is wanted. */
export { default as rateLimit, normalizeIP } from "@fastify/rate-limit";
