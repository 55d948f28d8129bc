import { createHash } from "node:crypto";
import * as v from "valibot";

/** Hash algorithms of client tools by digest length in hexadecimal: Relay's compiler, the client preset, Apollo. */
const ALGORITHMS: ReadonlyMap<number, string> = new Map([
  [32, "md5"],
  [40, "sha1"],
  [64, "sha256"],
]);

/** The format of `npm run codegen`, the client preset (`persistedDocuments`) and Relay's compiler: texts by hash. */
const hashManifest = v.record(
  v.pipe(v.string(), v.regex(/^([0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64})$/)),
  v.string(),
);

const APOLLO_FORMAT = "apollo-persisted-query-manifest";

/** The format of `@apollo/generate-persisted-query-manifest`, whose ids are configurable (`createOperationId`). */
const apolloManifest = v.looseObject({
  format: v.literal(APOLLO_FORMAT),
  version: v.literal(1),
  operations: v.array(
    v.looseObject({ id: v.pipe(v.string(), v.nonEmpty(), v.maxLength(1000)), body: v.string() }),
  ),
});

/**
 * Reads a manifest of operations.
 *
 * @returns the text of each operation, by its id in the manifest and by its SHA-256
 * @throws Error that says what is wrong with the manifest
 */
export function parseManifest(json: unknown): ReadonlyMap<string, string> {
  const isApollo = typeof json === "object" && json !== null && "format" in json;
  const listed = isApollo ? readApollo(json) : readHashes(json);
  if (listed.size === 0) throw new Error("it has no operations");
  const textOf = new Map(listed);
  for (const [id, text] of listed) {
    const hash = sha256(text);
    const known = listed.get(hash) ?? text;
    if (known !== text) throw new Error(`the id ${hash} is the SHA-256 of another operation, ${id}`);
    textOf.set(hash, text);
  }
  return textOf;
}

export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function readHashes(json: unknown): ReadonlyMap<string, string> {
  const textOf = new Map(Object.entries(v.parse(hashManifest, json)));
  for (const [hash, text] of textOf) {
    const actual = createHash(ALGORITHMS.get(hash.length) ?? "sha256")
      .update(text)
      .digest("hex");
    if (actual !== hash) throw new Error(`the operation at ${hash} has the hash ${actual}`);
  }
  return textOf;
}

function readApollo(json: unknown): ReadonlyMap<string, string> {
  const textOf = new Map<string, string>();
  for (const { id, body } of v.parse(apolloManifest, json).operations) {
    if ((textOf.get(id) ?? body) !== body) throw new Error(`two operations have the id ${id}`);
    textOf.set(id, body);
  }
  return textOf;
}
