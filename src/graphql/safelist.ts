import type { ApolloServerOptions } from "@apollo/server";
import type { FastifyInstance } from "fastify";
import { stripIgnoredCharacters } from "graphql";
import { HousePriceError } from "../../model/errors";
import { refusedAs } from "../../model/file/file-refused";
import { readText } from "../../model/file/read-file";
import { printable } from "../../model/file/text";
import type { Config } from "../config";
import { errorBody } from "../http/error-body";
import { insertDocument } from "./document-id";
import { parseManifest, sha256 } from "./operation-manifest";
import { queryTextsOf } from "./query-texts";
import type { RequestContext } from "./request-context";

/** The only operations that the server runs. */
export interface Safelist {
  /** Operation texts, by id in the manifest and by SHA-256 in hexadecimal. */
  readonly textOf: ReadonlyMap<string, string>;
  /** Texts without ignored tokens: whitespace, line ends, commas, comments. */
  readonly texts: ReadonlySet<string>;
  /** Maximum length of a text that is normalized, in characters; normalizing takes time, and clients may send long texts. */
  readonly longest: number;
  /** Changes with the manifest, since ids may then stand for other texts. */
  readonly digest: string;
}

/** Characters that whitespace and comments may add to a text. */
const ROOM_FOR_BLANKS = 10_000;

/** Room for thousands of operations. */
const MAX_BYTES = 16 * 1024 * 1024;

const MAX_PROBLEM = 300;

/**
 * Reads a manifest of operations in a format of `operation-manifest.ts`.
 *
 * @param path - empty to allow every operation; may be a pipe, as in `<(…)`
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

/** Apollo Server's key prefix in this cache. */
const APOLLO_PREFIX = "apq:";

/**
 * The cache in which Apollo finds operations by `extensions.persistedQuery`. Without a safelist, it is a bounded in-memory cache of texts
 * that clients sent (automatic persisted queries); with one, it holds the manifest and is read-only.
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
 * Refuses requests whose text is not in the safelist, before parsing. A `documentId` is replaced by its text, so that the operation can
 * be compiled like any other.
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
  // Apollo refuses non-strings, and treats an empty string as absent.
  if (typeof text !== "string" || text === "") return true;
  if (text.length > longest) return false;
  try {
    return texts.has(text) || texts.has(stripIgnoredCharacters(text));
  } catch {
    return false;
  }
}
