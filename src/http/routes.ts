import type { FastifyInstance } from "fastify";

/** In the order of an `Allow` header. */
const METHODS = ["GET", "HEAD", "POST"] as const;

/**
 * Records the routes that are registered from now on.
 *
 * Fastify's `hasRoute` does not work for request paths: it expects a route pattern, so it finds no path with
 * parameters, and throws if a client sends half a regular expression (`/:a(`).
 *
 * @returns the methods of a path; empty if it has no route
 */
export function watchRoutes(app: FastifyInstance): (path: string) => string[] {
  const patternsOf = new Map<string, string[][]>(METHODS.map((method) => [method, []]));
  app.addHook("onRoute", ({ method, url }) => {
    for (const each of [method].flat()) patternsOf.get(each)?.push(url.split("/"));
  });
  return (path) => {
    const segments = path.split("/").map(decoded);
    return METHODS.filter((method) => patternsOf.get(method)?.some((pattern) => fits(pattern, segments)));
  };
}

function fits(pattern: readonly string[], segments: readonly string[]): boolean {
  return (
    pattern.length === segments.length &&
    pattern.every((part, index) => (part.startsWith(":") ? segments[index] !== "" : part === segments[index]))
  );
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
