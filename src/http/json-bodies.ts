import { isAscii } from "node:buffer";
import { Readable } from "node:stream";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { Request } from "../connections/request";
import { parseInPieces } from "./parse-in-pieces";

/** From this many bytes on, it pays to find out whether a body is ASCII: such a text is copied, not decoded. */
const LARGE_BODY = 4096;

/** Keys by which an object could get another prototype, and the escape by which a key may be written differently. */
const SUSPICIOUS = ["__proto__", "constructor", "\\u"] as const;

/**
 * Parses JSON bodies.
 *
 * A body that contains no suspicious text is parsed once, a large batch in pieces. Any other body, and one that is not JSON, goes to
 * Fastify's own parser, which looks for keys that set a prototype and refuses them. Nothing here merges objects by keys that a client
 * chose, but what is built on this may.
 */
export function useJsonBodies(app: FastifyInstance): void {
  const careful = app.getDefaultJsonParser("error", "error");
  app.removeContentTypeParser("application/json");
  app.addHook("preParsing", ({ raw }, _reply, payload, done) => {
    done(null, raw instanceof Request && raw.readBody ? Readable.from([raw.readBody]) : payload);
  });
  app.addContentTypeParser<Buffer>(
    "application/json",
    { parseAs: "buffer" },
    (request: FastifyRequest, body, done) => {
      const parsed = parseJson(body);
      if (parsed === undefined) void careful(request, textOf(body), done);
      else done(null, parsed);
    },
  );
}

/** The value of a JSON body; undefined if it is none, or contains suspicious text. */
export function parseJson(body: Buffer): unknown {
  return parseInPieces(body, parse) ?? parse(body);
}

/** Undefined if the bytes are not JSON, or contain suspicious text. */
function parse(body: Buffer): unknown {
  const text = textOf(body);
  if (SUSPICIOUS.some((each) => text.includes(each))) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function textOf(body: Buffer): string {
  return body.length >= LARGE_BODY && isAscii(body) ? body.toString("latin1") : body.toString("utf8");
}
