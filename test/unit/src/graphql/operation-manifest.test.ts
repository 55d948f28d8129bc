import { createHash } from "node:crypto";
import { parseManifest, sha256 } from "../../../../src/graphql/operation-manifest";

const TEXT = "{ models { name } }";
const OTHER = "{ modelInfo { name } }";

const digest = (algorithm: string, text: string) => createHash(algorithm).update(text).digest("hex");
const apollo = (...operations: object[]) => ({
  format: "apollo-persisted-query-manifest",
  version: 1,
  operations,
});

it("the SHA-256 of a text is in hexadecimal", () => {
  // FIPS 180-4, the example "abc".
  expect(sha256("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
});

describe("a manifest of texts by their hashes", () => {
  it.each(["md5", "sha1", "sha256"])("of %s gives each text by that, and by its SHA-256", (algorithm) => {
    const listed = { [digest(algorithm, TEXT)]: TEXT, [digest(algorithm, OTHER)]: OTHER };
    const hashed = { [sha256(TEXT)]: TEXT, [sha256(OTHER)]: OTHER };
    expect(Object.fromEntries(parseManifest(listed))).toEqual({ ...listed, ...hashed });
  });

  it("when a hash is that of another text, then it says so", () => {
    const hash = digest("sha1", TEXT);
    expect(() => parseManifest({ [hash]: OTHER })).toThrow(
      `the operation at ${hash} has the hash ${digest("sha1", OTHER)}`,
    );
  });

  it.each([
    ["is of no known length", { abc: TEXT }],
    ["is in capitals", { [sha256(TEXT).toUpperCase()]: TEXT }],
    ["has something before it", { [`x${sha256(TEXT)}`]: TEXT }],
    ["has something after it", { [`${sha256(TEXT)}x`]: TEXT }],
    ["is of no text", { [sha256(TEXT)]: 7 }],
  ])("when a hash %s, then it is refused", (_what, manifest) => {
    expect(() => parseManifest(manifest)).toThrow(/^Invalid /);
  });
});

describe("a manifest of Apollo", () => {
  it("gives each text by its id, which may be anything, and by its SHA-256", () => {
    const manifest = apollo(
      { id: "models", name: "Models", type: "query", body: TEXT },
      { id: "m".repeat(1000), body: TEXT },
    );
    expect(Object.fromEntries(parseManifest(manifest))).toEqual({
      models: TEXT,
      ["m".repeat(1000)]: TEXT,
      [sha256(TEXT)]: TEXT,
    });
  });

  it("when an id comes twice, then it must be of the same text", () => {
    expect(parseManifest(apollo({ id: "a", body: TEXT }, { id: "a", body: TEXT })).get("a")).toBe(TEXT);
    expect(() => parseManifest(apollo({ id: "a", body: TEXT }, { id: "a", body: OTHER }))).toThrow(
      "two operations have the id a",
    );
  });

  it("when an id is the SHA-256 of another text, then it says so", () => {
    expect(() => parseManifest(apollo({ id: sha256(OTHER), body: TEXT }, { id: "b", body: OTHER }))).toThrow(
      `the id ${sha256(OTHER)} is the SHA-256 of another operation, b`,
    );
  });

  it.each([
    ["another format", { ...apollo({ id: "a", body: TEXT }), format: "apollo" }],
    ["another version", { ...apollo({ id: "a", body: TEXT }), version: 2 }],
    ["an empty id", apollo({ id: "", body: TEXT })],
    ["a very long id", apollo({ id: "m".repeat(1001), body: TEXT })],
    ["no text", apollo({ id: "a" })],
  ])("when it has %s, then it is refused", (_what, manifest) => {
    expect(() => parseManifest(manifest)).toThrow(/^Invalid /);
  });
});

it.each([[{}], [apollo()]])("a manifest without operations is refused: %j", (manifest) => {
  expect(() => parseManifest(manifest)).toThrow("it has no operations");
});

it.each([null, 7, "{}", []])("what is no object is refused: %j", (manifest) => {
  expect(() => parseManifest(manifest)).toThrow();
});
