import { isAscii } from "node:buffer";
import type { FastifyInstance, FastifyRequest } from "fastify";

/** From this many bytes on, it pays to find out whether a body is ASCII: such a text is copied, not decoded. */
const LARGE_BODY = 4096;

/** Keys by which an object could get another prototype, and the escape by which a key may be written differently. */
const SUSPICIOUS = ["__proto__", "constructor", "\\u"] as const;

/**
 * Parses JSON bodies.
 *
 * A body that contains no suspicious text is parsed once. Any other body, and one that is not JSON, goes to Fastify's own parser, which
 * looks for keys that set a prototype and refuses them. Nothing here merges objects by keys that a client chose, but what is built on
 * this may.
 */
export function useJsonBodies(app: FastifyInstance): void {
  const careful = app.getDefaultJsonParser("error", "error");
  app.removeContentTypeParser("application/json");
  app.addContentTypeParser<Buffer>(
    "application/json",
    { parseAs: "buffer" },
    (request: FastifyRequest, body, done) => {
      const text = textOf(body);
      const parsed = isSuspicious(text) ? undefined : parse(text);
      if (parsed === undefined) void careful(request, text, done);
      else done(null, parsed);
    },
  );
}

function textOf(body: Buffer): string {
  return body.length >= LARGE_BODY && isAscii(body) ? body.toString("latin1") : body.toString("utf8");
}

function isSuspicious(text: string): boolean {
  for (const each of SUSPICIOUS) if (text.includes(each)) return true;
  return false;
}

/** Undefined if the text is not JSON. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
