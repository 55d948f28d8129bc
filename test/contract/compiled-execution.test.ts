import { ApolloServer } from "@apollo/server";
import fc from "fast-check";
import type { FastifyInstance, LightMyRequestResponse } from "fastify";
import { auditServer } from "graphql-http";
import { createApp } from "../../src/app";
import { loadConfig } from "../../src/config";
import { generatedOperation } from "../support/generated-operations";
import { committedCatalogue, PATIENT, startServer } from "../support/server";

const executeByApollo = jest.spyOn(ApolloServer.prototype, "executeHTTPGraphQLRequest");

let compiling: FastifyInstance;
let plain: FastifyInstance;

beforeAll(async () => {
  const catalogue = await committedCatalogue();
  const config = loadConfig({ LOG_LEVEL: "silent", MAX_BATCH_SIZE: "4", ...PATIENT });
  compiling = await createApp({ ...config, COMPILED_EXECUTION: true }, () => catalogue);
  plain = await createApp({ ...config, COMPILED_EXECUTION: false }, () => catalogue);
});

afterAll(() => Promise.all([compiling.close(), plain.close()]));

type Body = { readonly query: string; readonly [key: string]: unknown };

function postTo(app: FastifyInstance, body: Body, headers: Record<string, string> = {}) {
  return app.inject({
    method: "POST",
    url: "/graphql",
    headers: { "content-type": "application/json", "x-request-id": "same", ...headers },
    payload: JSON.stringify(body),
  });
}

function comparable({ statusCode, headers: { date, ...headers }, payload }: LightMyRequestResponse) {
  return { statusCode, headers, payload };
}

/** Asks both, expects the same answer, and tells whether Apollo had no part in the first one's. */
async function compare(body: Body, headers?: Record<string, string>): Promise<boolean> {
  executeByApollo.mockClear();
  const answer = await postTo(compiling, body, headers);
  const compiled = executeByApollo.mock.calls.length === 0;
  expect(comparable(answer)).toEqual(comparable(await postTo(plain, body, headers)));
  return compiled;
}

async function warm(body: Body): Promise<void> {
  for (let i = 0; i < 5; i++) await compare(body);
}

const QUERY = `query Price($input: HouseFeaturesInput!, $coverage: Float! = 0.9, $model: ModelSelector) {
  predictHousePrice(input: $input, model: $model) { predictedHousePrice interval(coverage: $coverage) { lower } }
}`;
const input = { medInc: 3.5, aveRooms: 5, aveOccup: 2 };

describe("compiled execution", () => {
  it("when thousands of generated requests are answered with it and without, then every byte is the same", async () => {
    let [requests, compiled] = [0, 0];
    await fc.assert(
      fc.asyncProperty(generatedOperation, async ({ query, good, any }) => {
        for (const variables of [...good, ...any]) {
          if (await compare({ query, variables })) compiled++;
          requests++;
        }
      }),
      { numRuns: 150, endOnFailure: true },
    );
    expect(requests).toBeGreaterThanOrEqual(2_000);
    expect(compiled).toBeGreaterThan(requests / 6);
  });

  it("when both have answered the same requests, then both have counted the same", async () => {
    const counted = async (app: FastifyInstance) => {
      const { payload } = await app.inject("/metrics");
      return payload
        .split("\n")
        .filter((line) =>
          /^house_price_(predictions|batch_rows|warnings|errors|request_duration\S*_count)/.test(line),
        )
        .sort();
    };
    const counts = await counted(compiling);
    expect(counts).toEqual(await counted(plain));
    for (const name of ["predictions_total", "batch_rows_sum", "warnings_total", "errors_total"]) {
      expect(counts.join()).toContain(`house_price_${name}`);
    }
  });

  it("when an operation comes for the sixth time, then it is compiled", async () => {
    const body = { query: QUERY.replace("Price", "Sixth"), variables: { input } };
    const compiled = [];
    for (let i = 0; i < 7; i++) compiled.push(await compare(body));
    expect(compiled).toEqual([false, false, false, false, false, true, true]);
  });

  it("when its answers have had errors alone, then it is never compiled", async () => {
    const body = { query: QUERY.replace("Price", "Bad"), variables: { input: { ...input, medInc: -1 } } };
    for (let i = 0; i < 12; i++) expect(await compare(body)).toBe(false);
  });

  it.each<[string, boolean, Partial<Body>, Record<string, string>?]>([
    ["names the operation", true, { operationName: "Price" }],
    ["has null where it may", true, { operationName: null, extensions: null }],
    ["has an extension that means nothing here", true, { extensions: { clientLibrary: { name: "x" } } }],
    ["has fields that mean nothing", true, { nonesuch: 1 }],
    ["accepts JSON", true, {}, { accept: "application/json" }],
    [
      "accepts what Apollo Client does",
      true,
      {},
      { accept: "application/graphql-response+json,application/json;q=0.9" },
    ],
    ["accepts anything", true, {}, { accept: "*/*" }],
    ["accepts the newer type alone", false, {}, { accept: "application/graphql-response+json" }],
    ["accepts nothing that there is", false, {}, { accept: "image/png" }],
    ["names another operation", false, { operationName: "Other" }],
    ["names an operation by a number", false, { operationName: 1 }],
    ["has variables as text", false, { variables: JSON.stringify({ input }) }],
    ["has variables as a list", false, { variables: [input] }],
    ["lacks variables", false, { variables: null }],
    ["has null for a variable with a default", false, { variables: { input, coverage: null } }],
    ["has a value that fits no type", false, { variables: { input: { ...input, medInc: "3.5" } } }],
    ["has a value out of its domain", false, { variables: { input, coverage: 2 } }],
    ["names a model that there is not", false, { variables: { input, model: { name: "x" } } }],
    ["has a hash", false, { extensions: { persistedQuery: { version: 1, sha256Hash: "0".repeat(64) } } }],
    ["has extensions as text", false, { extensions: "{}" }],
  ])(
    "when a request for a compiled operation %s, then Apollo's answer is given (compiled: %s)",
    async (_, expected, change, headers = {}) => {
      const body = { query: QUERY, variables: { input } };
      await warm(body);
      expect(await compare({ ...body, ...change }, headers)).toBe(expected);
    },
  );

  it("when a string of the document is made to become code, then it does not", async () => {
    // The mark by which graphql-jit tells a date that it writes into its code.
    const mark = "__MAGIC_DATE__33a9e76d_02e0_4128_8e92_3530ad3da74d";
    const attack = `${mark}(globalThis.attacked = true, 0)`;
    const query = `query Attack($input: HouseFeaturesInput!) {
      predictHousePrice(input: $input) { baseline }
      predictHousePrices(inputs: [], model: {name: "${attack}"}) @skip(if: true) { __typename }
      __type(name: "${attack}") { name }
    }`;
    for (let i = 0; i < 8; i++) expect(await compare({ query, variables: { input } })).toBe(false);
    expect(globalThis).not.toHaveProperty("attacked");
  });

  it.each([
    [
      "a directive",
      `query A($input: HouseFeaturesInput!) { predictHousePrice(input: $input) { baseline @skip(if: false) } }`,
    ],
    [
      "a variable in an object",
      `query B($medInc: Float! = 3) { predictHousePrice(input: {medInc: $medInc, aveRooms: 5, aveOccup: 2}) { baseline } }`,
    ],
    [
      "a variable in a list",
      `query C($input: HouseFeaturesInput!) { predictHousePrices(inputs: [$input]) { __typename } }`,
    ],
    ["introspection", `query D { __schema { queryType { name } } }`],
    ["two operations", `query E { models { name } } query F { models { version } }`],
    [
      "too many fields",
      `query G { ${Array.from({ length: 25 }, (_, i) => `a${i}: models { ...M }`).join(" ")} }
      fragment M on ModelInfo { name version sha256 algorithm trainedAt intercept target { name unit } }`,
    ],
    ["too many characters", `query H { models { name } } #${"x".repeat(10_000)}`],
  ])("when a document has %s, then it is left to Apollo", async (_, query) => {
    const body = { query, variables: { input }, operationName: query.includes("query F") ? "E" : undefined };
    for (let i = 0; i < 8; i++) expect(await compare(body)).toBe(false);
  });

  it("when an operation has not been asked for longest of many, then it is forgotten", async () => {
    const body = { query: QUERY.replace("Price", "Forgotten"), variables: { input } };
    await warm(body);
    expect(await compare(body)).toBe(true);
    for (let i = 0; i < 200; i++) await postTo(compiling, { query: `query Q${i} { models { name } }` });
    expect(await compare(body)).toBe(false);
  });

  it("when it has compiled the audit's own query, then the audit of GraphQL over HTTP has the same results", async () => {
    const statuses = async (server: string) => {
      const url = `${server}/graphql`;
      for (let i = 0; i < 6; i++) await auditServer({ url });
      return (await auditServer({ url })).map(({ name, status }) => `${status}: ${name}`);
    };
    const results = await statuses(await startServer({ COMPILED_EXECUTION: true }));
    expect(results).toEqual(await statuses(await startServer({ COMPILED_EXECUTION: false })));
    expect(results.filter((result) => result.startsWith("error"))).toEqual([]);
  });
});
