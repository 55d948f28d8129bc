import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import fastify, { type FastifyInstance } from "fastify";
import { sha256 } from "../../../../src/graphql/operation-manifest";
import { persistedQueries, readSafelist, type Safelist, useSafelist } from "../../../../src/graphql/safelist";
import { refusalOf } from "../../../support/refusal";
import { temporaryDirectory } from "../../../support/temporary-directory";

const TEXT = "query A { a(n: 1) }";
const OTHER = "{ b }";

const hashed = (...texts: string[]) =>
  JSON.stringify(Object.fromEntries(texts.map((text) => [sha256(text), text])));

async function fileOf(manifest: string): Promise<string> {
  const path = join(await temporaryDirectory(), "safelist.json");
  await writeFile(path, manifest);
  return path;
}

async function read(manifest: string): Promise<Safelist> {
  const safelist = await readSafelist({ SAFELIST: await fileOf(manifest) });
  if (!safelist) throw new Error("There is no safelist.");
  return safelist;
}

describe("a safelist", () => {
  it("has its texts by their hashes, and without what does not matter", async () => {
    const { textOf, texts, longest } = await read(hashed(TEXT, OTHER));
    expect(Object.fromEntries(textOf)).toEqual({ [sha256(TEXT)]: TEXT, [sha256(OTHER)]: OTHER });
    expect([...texts].sort()).toEqual(["query A{a(n:1)}", "{b}"]);
    expect(longest).toBe(TEXT.length + 10_000);
  });

  it("has a digest that changes with it", async () => {
    const digests = await Promise.all(
      [TEXT, OTHER, TEXT].map(async (text) => (await read(hashed(text))).digest),
    );
    expect(digests[0]).toBe(digests[2]);
    expect(digests[0]).not.toBe(digests[1]);
  });

  it("when none is configured, then there is none", async () => {
    expect(await readSafelist({ SAFELIST: "" })).toBeUndefined();
    expect(persistedQueries(undefined)).toEqual({});
  });

  it("when its file does not exist, then that is told", async () => {
    const { code, message } = await refusalOf(() => readSafelist({ SAFELIST: "absent.json" }));
    expect([code, message]).toEqual(["SAFELIST_INVALID", "SAFELIST absent.json does not exist."]);
  });

  it.each([
    ["{", /Apollo's manifest: .+ JSON/],
    ["{}", /Apollo's manifest: it has no operations\.$/],
    [
      JSON.stringify({ [sha256(TEXT)]: OTHER }),
      /: the operation at [0-9a-f]{64} has the hash [0-9a-f]{64}\.$/,
    ],
  ])("when its file is %s, then it says what is wrong", async (manifest, reason) => {
    const path = await fileOf(manifest);
    const { code, message } = await refusalOf(() => readSafelist({ SAFELIST: path }));
    expect(code).toBe("SAFELIST_INVALID");
    expect(message).toMatch(reason);
    expect(message.startsWith(`SAFELIST ${path} is neither a JSON object of operations`)).toBe(true);
  });

  it("gives Apollo the texts, and takes none from clients", async () => {
    const cache = persistedQueries(await read(hashed(TEXT))).persistedQueries;
    if (!cache || !("cache" in cache) || !cache.cache) throw new Error("There is no cache.");
    await cache.cache.set(`apq:${sha256(OTHER)}`, OTHER);
    await cache.cache.delete(`apq:${sha256(TEXT)}`);
    expect(await cache.cache.get(`apq:${sha256(TEXT)}`)).toBe(TEXT);
    expect(await cache.cache.get(`apq:${sha256(OTHER)}`)).toBeUndefined();
  });
});

describe("a server with a safelist", () => {
  let app: FastifyInstance;

  beforeEach(async () => {
    app = fastify();
    useSafelist(app, await read(hashed(TEXT, OTHER)));
    for (const url of ["/graphql", "/other"]) {
      app.route({ method: ["GET", "POST"], url, handler: async ({ body }) => ({ body: body ?? null }) });
    }
  });

  const post = async (payload: object, url = "/graphql") => {
    const answer = await app.inject({ method: "POST", url, payload });
    return answer.statusCode === 200
      ? answer.json().body
      : [answer.statusCode, answer.json().errors[0].extensions.code];
  };
  const REFUSED = [403, "OPERATION_NOT_SAFELISTED"];

  it.each([TEXT, "# comment\nquery A {\n  a(n: 1),\n}", `${OTHER}${" ".repeat(9000)}`, ""])(
    "lets a listed text pass, however it is written: %j",
    async (query) => {
      expect(await post({ query })).toEqual({ query });
    },
  );

  it.each(["{ c }", "query B { a(n: 1) }", '{ "', `${OTHER}${" ".repeat(10_020)}`])(
    "refuses any other: %j",
    async (query) => {
      expect(await post({ query })).toEqual(REFUSED);
    },
  );

  it("lets Apollo tell of what is no text", async () => {
    expect(await post({ query: 7 })).toEqual({ query: 7 });
    expect(await post({})).toEqual({});
  });

  it("looks at each text of a query string", async () => {
    const statusOf = async (search: string) => (await app.inject(`/graphql?${search}`)).statusCode;
    expect(await statusOf(`query=${encodeURIComponent(OTHER)}`)).toBe(200);
    expect(await statusOf(`query=${encodeURIComponent(OTHER)}&query=%7Bc%7D`)).toBe(403);
  });

  it("inserts the text that a document id stands for, at /graphql alone", async () => {
    const documentId = sha256(TEXT);
    expect(await post({ documentId })).toEqual({ query: TEXT });
    expect(await post({ documentId }, "/other")).toEqual({ documentId });
  });

  it("when there is none, then every text passes", async () => {
    app = fastify();
    useSafelist(app, undefined);
    app.post("/graphql", async ({ body }) => ({ body }));
    expect(await post({ query: "{ c }" })).toEqual({ query: "{ c }" });
  });
});
