import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { constants, open, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { ApolloClient, gql, HttpLink, InMemoryCache } from "@apollo/client/core";
import { PersistedQueryLink } from "@apollo/client/link/persisted-queries";
import { predictWithApollo } from "../../examples/client/apollo-client";
import { PredictHousePriceDocument } from "../../examples/client/gql/graphql";
import { ask, dataOf, errorOf, post, send } from "../support/graphql-request";
import { persistedDocuments } from "../support/persisted-documents";
import { refusalOf } from "../support/refusal";
import { startServer } from "../support/server";
import { temporaryDirectory } from "../support/temporary-directory";

const SAFELIST = "examples/client/gql/safelist.json";
const [[HASH, TEXT]] = Object.entries<string>(JSON.parse(readFileSync(SAFELIST, "utf8")));
const variables = { input: { medInc: 3.5, aveRooms: 5, aveOccup: 2 } };
/** What `@apollo/generate-persisted-query-manifest` writes. */
interface ApolloManifest {
  readonly operations: readonly { readonly id: string; readonly name: string; readonly body: string }[];
}

const byHash = (sha256Hash: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash } } });

describe("when SAFELIST is set", () => {
  let server: string;

  beforeAll(async () => {
    server = await startServer({ SAFELIST });
  });

  it.each([
    ["as the generated client sends it", PredictHousePriceDocument.toString()],
    ["as the manifest has it", TEXT],
    ["with other blanks and comments", `# Mine\n${TEXT.replace("{", " {\n\t,")}`],
  ])("then an operation of it runs, by its text: %s", async (_what, query) => {
    dataOf(await ask(server, query, variables));
  });

  it("then an operation of it runs by its hash alone, by POST and by GET", async () => {
    dataOf(await post(server, JSON.stringify({ variables, ...byHash(HASH) })));
    const search = new URLSearchParams({
      variables: JSON.stringify(variables),
      extensions: JSON.stringify(byHash(HASH).extensions),
    });
    const headers = { "apollo-require-preflight": "true" };
    dataOf(await send(`${server}/graphql?${search}`, { headers }));
  });

  const OTHER = "{ __typename }";
  it.each([
    ["another text", { query: OTHER }],
    ["another text behind a comment", { query: `# ${TEXT}\n${OTHER}` }],
    ["one of it, and another", { query: `${TEXT} query Other ${OTHER}`, operationName: "Other" }],
    ["what is not GraphQL", { query: '"' }],
    ["one of it behind more blanks than anybody needs", { query: " ".repeat(100_000) + TEXT }],
    ["another text with the hash of one of it", { query: OTHER, ...byHash(HASH) }],
    [
      "another text with its own hash, to have it remembered",
      { query: OTHER, ...byHash(createHash("sha256").update(OTHER).digest("hex")) },
    ],
  ])("then %s is refused", async (_what, request) => {
    const answer = await post(server, JSON.stringify(request));
    expect(answer.status).toBe(403);
    expect(errorOf(answer).extensions).toEqual({ code: "OPERATION_NOT_SAFELISTED" });
  });

  it("then a hash that is not in it is unknown, also after somebody has sent its text", async () => {
    const hash = createHash("sha256").update(OTHER).digest("hex");
    const answer = await post(server, JSON.stringify(byHash(hash)));
    expect(errorOf(answer).extensions.code).toBe("PERSISTED_QUERY_NOT_FOUND");
  });

  it.each([
    `query=${encodeURIComponent(OTHER)}`,
    `query=${encodeURIComponent(TEXT)}&query=${encodeURIComponent(OTHER)}`,
    `%71uery=${encodeURIComponent(OTHER)}`,
  ])("then a GET cannot bring in another text: %s", async (search) => {
    const headers = { "apollo-require-preflight": "true" };
    expect((await send(`${server}/graphql?${search}`, { headers })).status).toBe(403);
  });

  it("then health is told all the same", async () => {
    expect((await fetch(`${server}/readyz`)).status).toBe(200);
  });
});

describe("when SAFELIST is not set", () => {
  it("then a query that was sent with its hash can be sent by its hash alone afterwards", async () => {
    const server = await startServer();
    const query = "{ __typename }";
    const hash = createHash("sha256").update(query).digest("hex");
    dataOf(await post(server, JSON.stringify({ query, ...byHash(hash) })));
    dataOf(await post(server, JSON.stringify(byHash(hash))));
  });
});

describe("when SAFELIST cannot be used", () => {
  it.each([
    ["not JSON", "{"],
    ["a list", "[]"],
    ["operations by their names", '{"Predict": "{ __typename }"}'],
    ["a wrong hash", JSON.stringify({ ["0".repeat(64)]: "{ __typename }" })],
  ])("then the server does not start: %s", async (_what, text) => {
    const path = join(await temporaryDirectory(), "safelist.json");
    await writeFile(path, text);
    expect((await refusalOf(() => startServer({ SAFELIST: path }))).code).toBe("SAFELIST_INVALID");
  });

  it.each<[string, Buffer, string]>([
    ["UTF-16", Buffer.from("\ufeff{}", "utf16le"), "is UTF-16 (little-endian): save it as UTF-8"],
    ["gzip", gzipSync("{}"), "gzip"],
  ])("then the message names its encoding: %s", async (_what, bytes, says) => {
    const path = join(await temporaryDirectory(), "safelist.json");
    await writeFile(path, bytes);
    const { code, message } = await refusalOf(() => startServer({ SAFELIST: path }));
    expect(code).toBe("SAFELIST_INVALID");
    expect(message).toContain(says);
  });

  it("then a message is short, whatever is in the file", async () => {
    const path = join(await temporaryDirectory(), "safelist.json");
    await writeFile(path, JSON.stringify({ ["x".repeat(100_000)]: "{ __typename }" }));
    expect((await refusalOf(() => startServer({ SAFELIST: path }))).message.length).toBeLessThan(1000);
  });
});

describe("when SAFELIST is what other generators write", () => {
  const OPERATIONS = readFileSync("examples/client/operations/PredictHousePrice.graphql", "utf8");

  it("the client preset, then its hashes run, and nothing else", async () => {
    const schema = readFileSync("schema/schema.graphql", "utf8");
    const manifest = await persistedDocuments(schema, OPERATIONS);
    const path = join(await temporaryDirectory(), "persisted-documents.json");
    await writeFile(path, JSON.stringify(manifest));
    const server = await startServer({ SAFELIST: path });
    const [hash] = Object.keys(manifest);
    expect(hash).toMatch(/^[0-9a-f]{40}$/);
    dataOf(await post(server, JSON.stringify({ variables, ...byHash(hash) })));
    expect((await post(server, JSON.stringify({ query: "{ __typename }" }))).status).toBe(403);
  });

  it("Relay's compiler, then its hashes run", async () => {
    const hash = createHash("md5").update(TEXT).digest("hex");
    const path = join(await temporaryDirectory(), "persisted-queries.json");
    await writeFile(path, JSON.stringify({ [hash]: TEXT }));
    const server = await startServer({ SAFELIST: path });
    dataOf(await post(server, JSON.stringify({ variables, ...byHash(hash) })));
  });
});

describe("when SAFELIST is the manifest that Apollo's tool makes of the example client", () => {
  const MANIFEST = "examples/client/persisted-query-manifest.json";
  const { operations }: ApolloManifest = JSON.parse(readFileSync(MANIFEST, "utf8"));
  const [{ id, body }] = operations;
  let server: string;

  beforeAll(async () => {
    server = await startServer({ SAFELIST: MANIFEST });
  });

  it("then the example's Apollo Client runs as it is, which sends the texts", async () => {
    expect(await predictWithApollo(`${server}/graphql`, variables.input)).toBeCloseTo(192_739.53, 2);
  });

  it("then Apollo Client's link for persisted queries runs, which sends the ids alone", async () => {
    const idOf = new Map(operations.map(({ name, id }) => [name, id]));
    const sent: unknown[] = [];
    const recording: typeof fetch = (url, request) => {
      sent.push(JSON.parse(String(request?.body)));
      return fetch(url, request);
    };
    const ids = new PersistedQueryLink({
      generateHash: (document) => {
        const [definition] = document.definitions;
        const name = "name" in definition ? definition.name?.value : undefined;
        return idOf.get(name ?? "") ?? "";
      },
    });
    const link = ids.concat(new HttpLink({ uri: `${server}/graphql`, fetch: recording }));
    const client = new ApolloClient({ link, cache: new InMemoryCache() });
    const { error } = await client.query({ query: gql(PredictHousePriceDocument.toString()), variables });
    expect(error).toBeUndefined();
    expect(sent).toMatchObject([
      { operationName: "PredictHousePrice", variables, extensions: byHash(id).extensions },
    ]);
    expect(sent).toEqual([expect.not.objectContaining({ query: expect.anything() })]);
  });

  it.each([
    ["another text", { query: "{ __typename }" }],
    ["a text of the client without what Apollo adds", { query: PredictHousePriceDocument.toString() }],
    ["another text with an id of it", { query: "{ __typename }", ...byHash(id) }],
    ["another text with a documentId of it", { query: "{ __typename }", documentId: id }],
  ])("then nothing else does: %s", async (_what, request) => {
    const answer = await post(server, JSON.stringify({ variables, ...request }));
    expect(answer.status).toBe(403);
    expect(errorOf(answer).extensions.code).toBe("OPERATION_NOT_SAFELISTED");
  });

  it("then a text of it with another hash is refused", async () => {
    const answer = await post(server, JSON.stringify({ query: body, variables, ...byHash("0".repeat(64)) }));
    expect(errorOf(answer).extensions.code).toBe("BAD_REQUEST");
  });
});

describe("when a request names its operation by documentId", () => {
  const bodyOf = (name: string) =>
    `query ${name}($input: HouseFeaturesInput!) { predictHousePrice(input: $input) { baseline } }`;
  const OPERATIONS = ["price", "x-app:price/1", "__proto__"].map((id, index) => ({
    id,
    name: `Price${index}`,
    type: "query",
    body: bodyOf(`Price${index}`),
  }));
  const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
  const IDS = [
    ...OPERATIONS.map(({ id }) => id),
    `sha256:${sha256(OPERATIONS[0].body)}`,
    sha256(OPERATIONS[0].body),
  ];
  const preflight = { "apollo-require-preflight": "true" };
  const get = (server: string, search: Record<string, string>, headers = {}) =>
    send(`${server}/graphql?${new URLSearchParams(search)}`, { headers: { ...preflight, ...headers } });

  async function safelisted(operations: readonly object[], compiled = true): Promise<string> {
    const path = join(await temporaryDirectory(), "manifest.json");
    await writeFile(
      path,
      JSON.stringify({ format: "apollo-persisted-query-manifest", version: 1, operations }),
    );
    return startServer({ SAFELIST: path, COMPILED_EXECUTION: compiled });
  }

  it.each([true, false])(
    "then it runs by POST and GET, with compilation %s: ids need not be hashes",
    async (compiled) => {
      const server = await safelisted(OPERATIONS, compiled);
      for (const documentId of IDS) {
        // The second and later ones of a frequent operation are compiled.
        const answers = [];
        for (let i = 0; i < 4; i++)
          answers.push(await post(server, JSON.stringify({ documentId, variables })));
        answers.push(await get(server, { documentId, variables: JSON.stringify(variables) }));
        answers.push(
          await get(server, { documentId, variables: JSON.stringify(variables), extensions: "{}" }),
        );
        for (const answer of answers) expect(dataOf(answer)).toEqual(dataOf(answers[0]));
        dataOf(
          await post(server, JSON.stringify({ variables, ...byHash(documentId.replace("sha256:", "")) })),
        );
      }
    },
  );

  it("then an unknown id is not found, by POST and by GET", async () => {
    const server = await safelisted(OPERATIONS);
    for (const documentId of ["other", "sha256:00", "x-app:other", "constructor", ""]) {
      const answers = [await post(server, JSON.stringify({ documentId })), await get(server, { documentId })];
      for (const answer of answers) {
        expect(errorOf(answer).extensions.code).toBe("PERSISTED_QUERY_NOT_FOUND");
      }
    }
  });

  it("then what is no id is refused", async () => {
    const server = await safelisted(OPERATIONS);
    for (const documentId of [1, null, ["price"], { price: 1 }]) {
      const answer = await post(server, JSON.stringify({ documentId, variables }));
      expect(errorOf(answer).extensions.code).toBe("BAD_REQUEST");
    }
    const twice = await send(`${server}/graphql?documentId=price&documentId=price`, { headers: preflight });
    expect(errorOf(twice).extensions.code).toBe("BAD_REQUEST");
    const badExtensions = await get(server, { documentId: "price", extensions: "{" });
    expect(errorOf(badExtensions).extensions.code).toBe("BAD_REQUEST");
  });

  it("then its response is another than that of a manifest in which the id stands for another text", async () => {
    const search = { documentId: "price", variables: JSON.stringify(variables) };
    const tag = (await get(await safelisted(OPERATIONS), search)).headers.get("etag") ?? "";
    expect(tag).not.toBe("");
    const same = await fetch(`${await safelisted(OPERATIONS)}/graphql?${new URLSearchParams(search)}`, {
      headers: { ...preflight, "if-none-match": tag },
    });
    expect(same.status).toBe(304);
    const changed = await safelisted([{ ...OPERATIONS[0], body: bodyOf("Changed") }]);
    expect((await get(changed, search, { "if-none-match": tag })).status).toBe(200);
  });

  it("then without a safelist it runs once its text was sent with its hash", async () => {
    const server = await startServer();
    const query = "{ __typename }";
    const documentId = `sha256:${sha256(query)}`;
    const unknown = await post(server, JSON.stringify({ documentId }));
    expect(errorOf(unknown).extensions.code).toBe("PERSISTED_QUERY_NOT_FOUND");
    dataOf(await post(server, JSON.stringify({ query, ...byHash(sha256(query)) })));
    dataOf(await post(server, JSON.stringify({ documentId })));
    dataOf(await get(server, { documentId }));
  });

  it.each<[what: string, operations: unknown]>([
    ["no operations", []],
    ["operations that are no list", {}],
    ["an operation without a text", [{ id: "a", name: "A", type: "query" }]],
    ["an empty id", [{ ...OPERATIONS[0], id: "" }]],
    ["an id twice", [OPERATIONS[0], { ...OPERATIONS[1], id: "price" }]],
    [
      "the hash of another operation as id",
      [OPERATIONS[0], { ...OPERATIONS[1], id: sha256(OPERATIONS[0].body) }],
    ],
  ])("then the server does not start with a manifest that has %s", async (_what, operations) => {
    const refused = await refusalOf(() => safelisted(operations as readonly object[]));
    expect(refused.code).toBe("SAFELIST_INVALID");
  });
});

describe("when SAFELIST is", () => {
  const OTHER = "{ __typename }";
  const manifest = JSON.stringify({ [createHash("sha256").update(OTHER).digest("hex")]: OTHER });

  it("a file with a byte order mark, then it is read", async () => {
    const path = join(await temporaryDirectory(), "safelist.json");
    await writeFile(path, `\ufeff${manifest}`);
    dataOf(await post(await startServer({ SAFELIST: path }), JSON.stringify({ query: OTHER })));
  });

  it("a pipe, then it is read to its end", async () => {
    const path = join(await temporaryDirectory(), "safelist.pipe");
    execFileSync("mkfifo", [path]);
    // What was written stays in the pipe as long as somebody has it open to read.
    const reader = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    await writeFile(path, manifest);
    dataOf(await post(await startServer({ SAFELIST: path }), JSON.stringify({ query: OTHER })));
    await reader.close();
  });
});
