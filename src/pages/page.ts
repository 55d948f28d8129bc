import type { FastifyInstance } from "fastify";
import type { Config } from "../config";
import { isKnownTag } from "../http/entity-tag";
import { PageFiles } from "./page-files";
import { PAGE_PATHS } from "./page-paths";

/**
 * The page runs its own script and asks this server alone. It shows texts that came with models: should one ever pass for markup,
 * the browser still runs no script, sends no form and asks no other server.
 */
const HEADERS = {
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cache-control": "public, max-age=0, must-revalidate",
} as const;

/**
 * `/`: the page for people. It asks `/graphql` as any other client does, so it passes the same limits.
 *
 * With a safelist there is no page: which operations it sends depends on what a person does.
 */
export function usePage(app: FastifyInstance, { PAGE, SAFELIST }: Pick<Config, "PAGE" | "SAFELIST">): void {
  if (!PAGE || SAFELIST !== "") return;
  const files = new PageFiles();
  for (const [path, { name, type }] of PAGE_PATHS) {
    app.get(path, async (request, reply) => {
      const { bytes, etag } = await files.get(name);
      reply.headers(HEADERS).header("etag", etag);
      if (isKnownTag(request.headers["if-none-match"], etag)) return reply.code(304).send();
      return reply.type(type).send(bytes);
    });
  }
}
