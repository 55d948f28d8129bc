import { createHash } from "node:crypto";
import type { ApolloServerOptions } from "@apollo/server";
import type { FastifyInstance } from "fastify";
import { stripIgnoredCharacters } from "graphql";
import * as v from "valibot";
import { HousePriceError } from "../../model/errors";
import { refusedAs } from "../../model/file/file-refused";
import { readText } from "../../model/file/read-file";
import { printable } from "../../model/file/text";
import type { Config } from "../config";
import { errorBody } from "../http/http-errors";
import type { RequestContext } from "./apollo";
import { queryTextsOf } from "./query-texts";

/** The operations that the server runs, and no others. */
export interface Safelist {
  /** Text of each operation, by its hash in hexadecimal. */
  readonly textOf: ReadonlyMap<string, string>;
  /** The texts without what GraphQL ignores: blanks, line ends, commas, comments. */
  readonly texts: ReadonlySet<string>;
  /** Characters of the longest text that is looked at: to find what can be ignored takes time, and strangers send long texts. */
  readonly longest: number;
}

/** What may be added to a text by blanks and comments. */
const ROOM_FOR_BLANKS = 10_000;

/** The hashes that generators of clients make, by their length in hexadecimal: Relay's compiler, the client preset, Apollo's clients. */
const ALGORITHMS: ReadonlyMap<number, string> = new Map([
  [32, "md5"],
  [40, "sha1"],
  [64, "sha256"],
]);

const manifestSchema = v.pipe(
  v.record(v.pipe(v.string(), v.regex(/^([0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64})$/)), v.string()),
  v.check((manifest) => Object.keys(manifest).length > 0, "it has no operations"),
);

/** Size of a manifest: room for thousands of operations. */
const MAX_BYTES = 16 * 1024 * 1024;

/** Characters of a problem that is told. */
const MAX_PROBLEM = 300;

/**
 * Reads a manifest: a JSON object of operations by a hash of their text, such as `npm run codegen` writes, the client preset
 * (`persistedDocuments`) and Relay's compiler (`persistConfig`).
 *
 * @param path - empty where every operation may run; it may be a pipe, as a shell makes of `<(…)`
 * @throws HousePriceError SAFELIST_INVALID
 */
export async function readSafelist({
  SAFELIST: path,
}: Pick<Config, "SAFELIST">): Promise<Safelist | undefined> {
  if (path === "") return undefined;
  const rules = { maxBytes: MAX_BYTES, allowPipe: true };
  const text = await readText(path, rules).catch(refusedAs("SAFELIST_INVALID"));
  if (text === undefined) throw new HousePriceError("SAFELIST_INVALID", `SAFELIST ${path} does not exist.`);
  try {
    return parseSafelist(text);
  } catch (cause) {
    const reason = printable(cause instanceof Error ? cause.message : String(cause), MAX_PROBLEM);
    const message = `SAFELIST ${path} is not a JSON object of operations keyed by the MD5, SHA-1 or SHA-256 of their text: ${reason}.`;
    throw new HousePriceError("SAFELIST_INVALID", message, { cause });
  }
}

function parseSafelist(json: string): Safelist {
  const textOf = new Map(Object.entries(v.parse(manifestSchema, JSON.parse(json))));
  for (const [hash, text] of textOf) {
    const actual = createHash(ALGORITHMS.get(hash.length) ?? "sha256")
      .update(text)
      .digest("hex");
    if (actual !== hash) throw new Error(`the operation at ${hash} has the hash ${actual}`);
  }
  const texts = [...textOf.values()];
  const longest = texts.reduce((most, { length }) => Math.max(most, length), 0) + ROOM_FOR_BLANKS;
  return { textOf, texts: new Set(texts.map(stripIgnoredCharacters)), longest };
}

/**
 * How Apollo finds an operation that is sent by its hash alone, in `extensions.persistedQuery`. Without a safelist it
 * remembers those that clients have sent with their text before (automatic persisted queries), in memory that is bounded;
 * with one it knows the operations of the manifest, and nobody can add to them.
 */
export function persistedQueries(
  safelist: Safelist | undefined,
): Pick<ApolloServerOptions<RequestContext>, "persistedQueries"> {
  if (!safelist) return {};
  const cache = {
    get: async (key: string) => safelist.textOf.get(key.slice(key.lastIndexOf(":") + 1)),
    set: async () => undefined,
    delete: async () => undefined,
  };
  return { persistedQueries: { cache } };
}

/** Refuses each request whose text is not that of an operation of the safelist, before it is parsed. */
export function useSafelist(app: FastifyInstance, safelist: Safelist | undefined): void {
  if (!safelist) return;
  app.addHook("preHandler", (request, reply, done) => {
    if (queryTextsOf(request).every((text) => isListed(text, safelist))) return done();
    reply.code(403).send(errorBody("OPERATION_NOT_SAFELISTED"));
  });
}

function isListed(text: unknown, { texts, longest }: Safelist): boolean {
  // Apollo refuses what is not a text, and takes an empty one for none.
  if (typeof text !== "string" || text === "") return true;
  if (text.length > longest) return false;
  try {
    return texts.has(text) || texts.has(stripIgnoredCharacters(text));
  } catch {
    return false;
  }
}
