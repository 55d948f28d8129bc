import type { FastifyInstance } from "fastify";

/** In the order of an `Allow` header. */
const METHODS = ["GET", "HEAD", "POST"] as const;

/**
 * Notes the routes that are registered from now on.
 *
 * Fastify's `hasRoute` cannot be asked about the path of a request: it takes it for the pattern of a route, so it finds no path with
 * parameters, and throws where a client has sent half a regular expression (`/:a(`).
 *
 * @returns the methods that a path takes, which may be none
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
