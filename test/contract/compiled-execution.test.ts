import { auditServer } from "graphql-http";
import { type Body, bothWays, postTo } from "../support/both-ways";
import { startServer } from "../support/server";

const ways = bothWays();

async function warm(body: Body): Promise<void> {
  for (let i = 0; i < 5; i++) await ways.compare(body);
}

const QUERY = `query Price($input: HouseFeaturesInput!, $coverage: Float! = 0.9, $model: ModelSelector) {
  predictHousePrice(input: $input, model: $model) { predictedHousePrice interval(coverage: $coverage) { lower } }
}`;
const input = { medInc: 3.5, aveRooms: 5, aveOccup: 2 };

describe("compiled execution", () => {
  it("when an operation comes for the sixth time, then it is compiled", async () => {
    const body = { query: QUERY.replace("Price", "Sixth"), variables: { input } };
    const compiled = [];
    for (let i = 0; i < 7; i++) compiled.push(await ways.compare(body));
    expect(compiled).toEqual([false, false, false, false, false, true, true]);
  });

  it("when its answers have had errors alone, then it is never compiled", async () => {
    const body = { query: QUERY.replace("Price", "Bad"), variables: { input: { ...input, medInc: -1 } } };
    for (let i = 0; i < 12; i++) expect(await ways.compare(body)).toBe(false);
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
      expect(await ways.compare({ ...body, ...change }, headers)).toBe(expected);
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
    for (let i = 0; i < 8; i++) expect(await ways.compare({ query, variables: { input } })).toBe(false);
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
    for (let i = 0; i < 8; i++) expect(await ways.compare(body)).toBe(false);
  });

  it("when an operation has not been asked for longest of many, then it is forgotten", async () => {
    const body = { query: QUERY.replace("Price", "Forgotten"), variables: { input } };
    await warm(body);
    expect(await ways.compare(body)).toBe(true);
    for (let i = 0; i < 200; i++) await postTo(ways.compiling, { query: `query Q${i} { models { name } }` });
    expect(await ways.compare(body)).toBe(false);
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
