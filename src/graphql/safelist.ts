import type { ApolloServerOptions } from "@apollo/server";
import type { FastifyInstance } from "fastify";
import { stripIgnoredCharacters } from "graphql";
import { HousePriceError } from "../../model/errors";
import { refusedAs } from "../../model/file/file-refused";
import { readText } from "../../model/file/read-file";
import { printable } from "../../model/file/text";
import type { Config } from "../config";
import { errorBody } from "../http/http-errors";
import type { RequestContext } from "./apollo";
import { insertDocument } from "./document-id";
import { parseManifest, sha256 } from "./operation-manifest";
import { queryTextsOf } from "./query-texts";

/** The operations that the server runs, and no others. */
export interface Safelist {
  /** Text of each operation, by its id in the manifest and by its SHA-256 in hexadecimal. */
  readonly textOf: ReadonlyMap<string, string>;
  /** The texts without what GraphQL ignores: blanks, line ends, commas, comments. */
  readonly texts: ReadonlySet<string>;
  /** Characters of the longest text that is looked at: to find what can be ignored takes time, and strangers send long texts. */
  readonly longest: number;
  /** Differs if the manifest does: an id may stand for another text then. */
  readonly digest: string;
}

/** What may be added to a text by blanks and comments. */
const ROOM_FOR_BLANKS = 10_000;

/** Size of a manifest: room for thousands of operations. */
const MAX_BYTES = 16 * 1024 * 1024;

/** Characters of a problem that is told. */
const MAX_PROBLEM = 300;

/**
 * Reads a manifest of operations, in one of the forms of `operation-manifest.ts`.
 *
 * @param path - empty if every operation may run; it may be a pipe, such as a shell makes of `<(…)`
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
    const message = `SAFELIST ${path} is neither a JSON object of operations keyed by the MD5, SHA-1 or SHA-256 of their text, nor Apollo's manifest: ${reason}.`;
    throw new HousePriceError("SAFELIST_INVALID", message, { cause });
  }
}

function parseSafelist(json: string): Safelist {
  const textOf = parseManifest(JSON.parse(json));
  const texts = [...new Set(textOf.values())];
  const longest = texts.reduce((most, { length }) => Math.max(most, length), 0) + ROOM_FOR_BLANKS;
  const digest = sha256(JSON.stringify([...textOf]));
  return { textOf, texts: new Set(texts.map(stripIgnoredCharacters)), longest, digest };
}

/** Apollo Server's prefix of the keys of this cache. */
const APOLLO_PREFIX = "apq:";

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
    get: async (key: string) => safelist.textOf.get(key.slice(APOLLO_PREFIX.length)),
    set: async () => undefined,
    delete: async () => undefined,
  };
  return { persistedQueries: { cache } };
}

/**
 * Refuses each request whose text is not that of an operation of the safelist, before it is parsed. A request that names an operation by
 * its `documentId` gets the text, so that it can be compiled as any other.
 */
export function useSafelist(app: FastifyInstance, safelist: Safelist | undefined): void {
  if (!safelist) return;
  app.addHook("preHandler", (request, reply, done) => {
    if (request.routeOptions.url === "/graphql") insertDocument(request, safelist.textOf);
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
