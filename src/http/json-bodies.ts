import { isAscii } from "node:buffer";
import { Readable } from "node:stream";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { Request } from "../connections/request";
import { ArrayInPieces } from "./array-in-pieces";

/** From this size it pays to check for ASCII, which is copied instead of decoded. */
const LARGE_BODY = 4096;

/** Keys that could set a prototype, and escapes that could hide them. */
const SUSPICIOUS = ["__proto__", "constructor", "\\u"] as const;

/**
 * Parses JSON bodies, large batches in pieces. Suspicious bodies, and those that are not JSON, go to Fastify's parser, which refuses keys
 * that set a prototype. Nothing here merges objects by client-chosen keys, but code built on it may.
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

function parseJson(body: Buffer): unknown {
  const array = arrayIn(body);
  return array?.fill() ? array.around : parseWhole(body);
}

/** The array that is most of a large body, parsed when it is needed; undefined if there is none. */
export function arrayIn(body: Buffer): ArrayInPieces | undefined {
  return ArrayInPieces.in(body, parseWhole);
}

/** Parses a body as a whole; undefined if it is not JSON, or contains suspicious text. */
export function parseWhole(body: Buffer): unknown {
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
