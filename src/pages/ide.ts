import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Config } from "../config";
import { sendCached } from "../http/cached-answer";
import { escapeHtml } from "./escape-html";
import { IDE_PATHS } from "./ide-paths";
import { PageFiles } from "./page-files";

/** The IDE only runs its own script and only requests this server. CodeMirror draws its marks from `data:` images. */
const GRAPHIQL =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Apollo Sandbox is a script of Apollo's and an iframe; the script sends the queries from this page. */
const SANDBOX = GRAPHIQL.replace(
  "script-src 'self'",
  "script-src 'self' https://embeddable-sandbox.cdn.apollographql.com; frame-src https://sandbox.embed.apollographql.com",
);

/** The page for browsers at /graphql. */
export interface Ide {
  readonly isWanted: (request: FastifyRequest) => boolean;
  readonly send: (reply: FastifyReply) => FastifyReply;
}

/**
 * Creates the IDE: Apollo Sandbox with GraphiQL as the offline fallback, or GraphiQL alone.
 *
 * @param exampleQuery - shown when the IDE opens
 */
export function useIde(
  app: FastifyInstance,
  { IDE }: Pick<Config, "IDE">,
  exampleQuery: () => string,
): Ide | undefined {
  if (IDE === "none") return undefined;
  const policy = IDE === "sandbox" ? SANDBOX : GRAPHIQL;
  const files = new PageFiles();
  for (const [path, { name, type }] of IDE_PATHS) {
    app.get(path, async (request, reply) => {
      const { bytes, etag } = await files.get(name);
      return sendCached(request, reply, { type, body: bytes, policy, etag });
    });
  }
  return {
    // Browsers list HTML first when they navigate; API clients list it last or not at all.
    isWanted: ({ method, headers }) => method === "GET" && headers.accept?.startsWith("text/html") === true,
    send: (reply) =>
      reply
        .headers({
          "cache-control": "no-store",
          "content-security-policy": policy,
          "referrer-policy": "no-referrer",
          vary: "accept",
        })
        .type("text/html; charset=utf-8")
        .send(pageOf(IDE, exampleQuery())),
  };
}

/** Relative links also work behind a proxy that adds a prefix. */
function pageOf(ide: string, exampleQuery: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>House Price GraphQL</title>
<link rel="stylesheet" href="ide/ide.css">
<link rel="icon" href="data:,">
<script type="module" src="ide/ide.js"></script>
</head>
<body>
<main id="ide" data-ide="${ide}" data-example="${escapeHtml(exampleQuery)}"><p>Loading…</p></main>
<noscript><p>The IDE needs JavaScript. The API at this address does not: send it queries by POST.</p></noscript>
</body>
</html>
`;
}
