import type { FastifyInstance } from "fastify";
import type { Config } from "../config";
import { sendCached } from "../http/cached-answer";
import { PageFiles } from "./page-files";
import { PAGE_PATHS } from "./page-paths";

/**
 * The page runs its own script and asks this server alone. It shows texts that came with models: should one ever pass for markup,
 * the browser still runs no script, sends no form and asks no other server.
 */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * `/`: the page for people. It asks `/graphql` as any other client does, so it passes the same limits.
 *
 * With a safelist there is no page: which operations it sends depends on what a person does.
 */
export function usePage(
  app: FastifyInstance,
  { PAGE, SAFELIST, IDE, API_KEYS_FILE }: Pick<Config, "PAGE" | "SAFELIST" | "IDE" | "API_KEYS_FILE">,
): void {
  if (!PAGE || SAFELIST !== "") return;
  // A link carries no API key.
  const files = new PageFiles(IDE === "none" || API_KEYS_FILE !== "" ? withoutIde : undefined);
  for (const [path, { name, type }] of PAGE_PATHS) {
    app.get(path, async (request, reply) => {
      const { bytes, etag } = await files.get(name);
      return sendCached(request, reply, { type, body: bytes, policy: POLICY, etag });
    });
  }
}

/** The page links to the IDE where its HTML names it. */
function withoutIde(name: string, bytes: Buffer): Buffer {
  if (name !== "index.html") return bytes;
  return Buffer.from(bytes.toString().replace(/<meta name="ide".*>\n/, ""));
}
