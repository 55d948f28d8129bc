import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { constants, open, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { PredictHousePriceDocument } from "../../examples/client/gql/graphql";
import { ask, dataOf, errorOf, post, send } from "../support/graphql-request";
import { persistedDocuments } from "../support/persisted-documents";
import { refusalOf } from "../support/refusal";
import { startServer } from "../support/server";
import { temporaryDirectory } from "../support/temporary-directory";

const SAFELIST = "examples/client/gql/safelist.json";
const [[HASH, TEXT]] = Object.entries<string>(JSON.parse(readFileSync(SAFELIST, "utf8")));
const variables = { input: { medInc: 3.5, aveRooms: 5, aveOccup: 2 } };
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
  const OPERATIONS = readFileSync("examples/client/operations.graphql", "utf8");

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
