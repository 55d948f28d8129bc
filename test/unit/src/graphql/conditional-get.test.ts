import fastify from "fastify";
import { buildSchema } from "graphql";
import { ModelCatalogue } from "../../../../model/registry/catalogue";
import { ConditionalGet } from "../../../../src/graphql/conditional-get";
import { CsrfPrevention } from "../../../../src/graphql/csrf";
import { modelVariant } from "../../../support/model-variants";

const SCHEMA = buildSchema("type Query { a: Int }");
const SAFE = { "apollo-require-preflight": "1" };

const conditionalGet = ({ schema = SCHEMA, isPrivate = false, digest = "" } = {}) =>
  new ConditionalGet(schema, new CsrfPrevention([]), isPrivate, digest);

const catalogueOf = (...versions: number[]) =>
  new ModelCatalogue(versions.map((version) => modelVariant("a", version, 1)));

interface Asked {
  readonly get?: ConditionalGet;
  readonly catalogue?: ModelCatalogue;
  readonly method?: "GET" | "POST";
  readonly url?: string;
  readonly headers?: Record<string, string>;
}

/** What is told of a request: its tag, and whether the client has the answer. */
async function told({
  get = conditionalGet(),
  catalogue = catalogueOf(1),
  method = "GET",
  url = "/?query={a}",
  headers = {},
}: Asked) {
  const app = fastify();
  app.route({
    method: ["GET", "POST"],
    url: "/",
    handler: async (request) => {
      const tag = get.tagOf(request, catalogue);
      return { tag, isKnown: tag !== undefined && get.isKnown(request, tag) };
    },
  });
  return (await app.inject({ method, url, headers })).json();
}

const tagOf = async (asked: Asked): Promise<string> => (await told(asked)).tag;

describe("the tag of an answer", () => {
  it("is the same for the same question, whoever asks", async () => {
    const tag = await tagOf({});
    expect(tag).toMatch(/^"[\w-]{43}"$/);
    expect(await tagOf({ headers: { "user-agent": "x" } })).toBe(tag);
    const get = conditionalGet();
    const catalogue = catalogueOf(1);
    expect([await tagOf({ get, catalogue }), await tagOf({ get, catalogue })]).toEqual([tag, tag]);
  });

  it("is none for a POST", async () => {
    expect(await tagOf({ method: "POST" })).toBeUndefined();
  });

  it("is another where the answer might be", async () => {
    const pinned = new ModelCatalogue([modelVariant("a", 1, 1)], { pins: new Map([["a", 1]]) });
    const others: Asked[] = [
      {},
      { url: "/?query={b}" },
      { url: "/?other={a}" },
      { headers: { accept: "application/json" } },
      { catalogue: catalogueOf(2) },
      { catalogue: catalogueOf(1, 2) },
      { catalogue: pinned },
      { get: conditionalGet({ schema: buildSchema("type Query { a: Float }") }) },
      { get: conditionalGet({ digest: "x" }) },
    ];
    const tags = await Promise.all(others.map(tagOf));
    expect(new Set(tags).size).toBe(others.length);
  });

  it("does not depend on the order of the pins", async () => {
    const models = [modelVariant("a", 1, 1), modelVariant("b", 1, 1)];
    const [one, other] = [
      [
        ["a", 1],
        ["b", 1],
      ],
      [
        ["b", 1],
        ["a", 1],
      ],
    ].map(
      (pins) =>
        new ModelCatalogue(models, {
          pins: new Map(pins.map(([name, version]) => [String(name), Number(version)])),
        }),
    );
    expect(await tagOf({ catalogue: one })).toBe(await tagOf({ catalogue: other }));
  });
});

describe("a client that has the answer", () => {
  it("is known by the tag, if no other page sent the request", async () => {
    const tag = await tagOf({});
    const ask = async (headers: Record<string, string>) => (await told({ headers })).isKnown;
    expect(await ask({ ...SAFE, "if-none-match": tag })).toBe(true);
    expect(await ask({ ...SAFE, "if-none-match": `"x", W/${tag}` })).toBe(true);
    expect(await ask({ "if-none-match": tag })).toBe(false);
    expect(await ask({ ...SAFE, "if-none-match": '"x"' })).toBe(false);
    expect(await ask({ ...SAFE, "if-none-match": "*" })).toBe(false);
    expect(await ask(SAFE)).toBe(false);
  });
});

describe("an answer that may be kept", () => {
  async function headersOf(isPrivate: boolean, vary?: string) {
    const app = fastify();
    app.get("/", (_request, reply) => {
      if (vary) reply.header("vary", vary);
      return conditionalGet({ isPrivate }).allow(reply, '"tag"').send("");
    });
    const { headers } = await app.inject("/");
    return [headers.etag, headers["cache-control"], headers.vary];
  }

  it.each([
    [false, "public, max-age=5, must-revalidate"],
    [true, "private, max-age=5, must-revalidate"],
  ])("is kept by private caches alone: %s", async (isPrivate, cacheControl) => {
    const names =
      "accept, content-type, apollo-require-preflight, x-apollo-operation-name, origin, sec-fetch-mode, sec-fetch-site";
    expect(await headersOf(isPrivate)).toEqual(['"tag"', cacheControl, names]);
    expect(await headersOf(isPrivate, "Origin")).toEqual(['"tag"', cacheControl, `Origin, ${names}`]);
  });
});
