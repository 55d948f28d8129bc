import type { FastifyInstance } from "fastify";
import type { Config } from "../config";
import { sendCached } from "../http/cached-answer";
import { PageFiles } from "./page-files";
import { PAGE_PATHS } from "./page-paths";

/**
 * The page only runs its own script and only requests this server. It shows texts of models: should one be taken for markup, the browser
 * still runs no script and sends no form.
 */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * `/`: the page for people. It uses `/graphql` like any other client, under the same limits.
 *
 * With a safelist there is no page, since its operations depend on what the user does.
 */
export function usePage(
  app: FastifyInstance,
  { PAGE, SAFELIST, IDE, API_KEYS_FILE }: Pick<Config, "PAGE" | "SAFELIST" | "IDE" | "API_KEYS_FILE">,
): void {
  if (!PAGE || SAFELIST !== "") return;
  // Links cannot carry an API key.
  const files = new PageFiles(IDE === "none" || API_KEYS_FILE !== "" ? withoutIde : undefined);
  for (const [path, { name, type }] of PAGE_PATHS) {
    app.get(path, async (request, reply) => {
      const { bytes, etag } = await files.get(name);
      return sendCached(request, reply, { type, body: bytes, policy: POLICY, etag });
    });
  }
}

/** Removes the link to the IDE from the page. */
function withoutIde(name: string, bytes: Buffer): Buffer {
  if (name !== "index.html") return bytes;
  return Buffer.from(bytes.toString().replace(/<meta name="ide".*>\n/, ""));
}
