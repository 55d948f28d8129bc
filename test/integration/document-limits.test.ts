import { getIntrospectionQuery } from "graphql";
import { EXAMPLE_QUERY } from "../support/example-query";
import { ask, dataOf } from "../support/graphql-request";
import { startServer } from "../support/server";

let server: string;

beforeAll(async () => {
  server = await startServer();
});

const repeat = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => part(i)).join(" ");

const INPUT = { medInc: 3.5, aveRooms: 5, aveOccup: 2 };
const ALL_FIELDS = `query ($inputs: [HouseFeaturesInput!]!) {
  predictHousePrices(inputs: $inputs) {
    __typename
    ... on HousePricePrediction {
      predictedHousePrice predictedHousePriceUsd unclippedHousePrice baseline
      interval { lower upper coverage }
      contributions { features label value contribution }
      warnings { code feature value range { min max } message }
      model { name version sha256 }
    }
    ... on InvalidHouseFeatures { index message fields { path message } }
  }
}`;

const PRICES_AND_PROBLEMS = `query ($inputs: [HouseFeaturesInput!]!) {
  predictHousePrices(inputs: $inputs) {
    ... on HousePricePrediction { predictedHousePriceUsd interval { lower upper } model { name version } }
    ... on InvalidHouseFeatures { index message fields { path message } }
  }
}`;

describe("what an honest client asks", () => {
  it.each([
    ["the example", EXAMPLE_QUERY],
    ["30 predictions by aliases", `{ ${repeat(30, (i) => `a${i}: modelInfo { name }`)} }`],
    [
      "the whole schema, as tools ask for it",
      getIntrospectionQuery({
        specifiedByUrl: true,
        directiveIsRepeatable: true,
        inputValueDeprecation: true,
      }),
    ],
  ])("passes: %s", async (_what, query) => {
    dataOf(await ask(server, query));
  });

  it.each([
    ["10,000 rows with what is wanted of each", 10_000, PRICES_AND_PROBLEMS],
    ["1,000 rows with every field", 1_000, ALL_FIELDS],
  ])(
    "passes: %s",
    async (_what, length, query) => {
      const inputs = Array.from({ length }, () => INPUT);
      const { predictHousePrices } = dataOf(
        await ask<{ predictHousePrices: object[] }>(server, query, { inputs }),
      );
      expect(predictHousePrices).toHaveLength(length);
    },
    60_000,
  );
});

describe("what asks for more than anybody needs", () => {
  const deep = `{ __type(name: "Query") { ${"ofType { ".repeat(10)}name${" }".repeat(10)} } }`;
  it.each([
    ["QUERY_TOO_LONG", `{ ${"__typename ".repeat(1000)}}`],
    ["QUERY_TOO_LONG", `{ models(x: ${"[".repeat(2000)}`],
    ["QUERY_TOO_DEEP", deep],
    ["QUERY_TOO_DEEP", `{ ...A } fragment A on Query ${deep}`],
    ["QUERY_TOO_MANY_ALIASES", `{ ${repeat(31, (i) => `a${i}: __typename`)} }`],
    [
      "QUERY_TOO_MANY_ALIASES",
      `{ ...A ...A ...A ...A } fragment A on Query { ${repeat(8, (i) => `a${i}: __typename`)} }`,
    ],
    [
      "QUERY_TOO_MANY_DIRECTIVES",
      `{ ${repeat(30, (i) => `a${i}: __typename @include(if: true) @skip(if: false)`)} }`,
    ],
    ["QUERY_TOO_REPETITIVE", `{ ${repeat(51, () => "__typename")} }`],
    ["QUERY_TOO_REPETITIVE", `{ ${repeat(51, (i) => `models { ${i % 2 ? "name" : "version"} }`)} }`],
    [
      "QUERY_TOO_REPETITIVE",
      `{ ${repeat(60, (i) => `...F${i}`)} } ${repeat(60, (i) => `fragment F${i} on Query { __typename }`)}`,
    ],
    [
      "QUERY_TOO_REPETITIVE",
      `{ __typename } ${repeat(51, (i) => `fragment A${i} on Query { x: __typename }`)} fragment F on Query { ${repeat(51, (i) => `...A${i}`)} }`,
    ],
    ["QUERY_TOO_LONG", `{ ${"a".repeat(5000)} }`],
    ["QUERY_TOO_LONG", `{ modelInfo(model: {name: "${"a".repeat(5000)}"}) { name } }`],
    ["QUERY_TOO_LONG", `{ __typename } #${"a".repeat(100_000)}`],
  ])("is refused with %s", async (code, query) => {
    const answer = await ask(server, query);
    expect(answer.status).toBe(400);
    expect(answer.body.errors?.[0]?.extensions).toEqual({ code });
    expect(answer.body.data).toBeUndefined();
  });

  it("is refused with QUERY_TOO_COSTLY where rows and fields multiply", async () => {
    const inputs = Array.from({ length: 10_000 }, () => INPUT);
    const { status, body } = await ask(server, ALL_FIELDS, { inputs });
    expect(status).toBe(400);
    expect(body.errors?.[0]?.extensions).toEqual({ code: "QUERY_TOO_COSTLY" });
    expect(body.errors?.[0]?.message).toMatch(/^The query may cost at most 600000; it costs \d+\./);
  });

  it("is refused with QUERY_TOO_COSTLY where short lists of every row come under many names", async () => {
    const inputs = Array.from({ length: 10_000 }, () => INPUT);
    const lists = repeat(14, (i) => `c${i}: contributions { label }`);
    const query = `query ($inputs: [HouseFeaturesInput!]!) {
      predictHousePrices(inputs: $inputs) { ... on HousePricePrediction { ${lists} } } }`;
    const { body } = await ask(server, query, { inputs });
    expect(body.errors?.[0]?.extensions).toEqual({ code: "QUERY_TOO_COSTLY" });
  });

  it("is refused with QUERY_TOO_COSTLY where many batches come in one query", async () => {
    const inputs = Array.from({ length: 6_000 }, () => INPUT);
    const field = "predictHousePrices(inputs: $inputs) { __typename }";
    const query = `query ($inputs: [HouseFeaturesInput!]!) { a: ${field} b: ${field} }`;
    const { status, body } = await ask(server, query, { inputs });
    expect(status).toBe(400);
    expect(body.errors?.[0]?.message).toContain("may have at most 10000 rows in total; these have 12000.");
  });

  it("is refused again when it comes again, though its document has passed", async () => {
    for (const length of [10, 10_000, 10_000, 10]) {
      const inputs = Array.from({ length }, () => INPUT);
      const small = await startedWithCost(10_000);
      expect((await ask(small, ALL_FIELDS, { inputs })).status).toBe(length === 10 ? 200 : 400);
    }
  });
});

let costly: Promise<string> | undefined;

function startedWithCost(limit: number): Promise<string> {
  costly ??= startServer({ MAX_QUERY_COST: limit });
  return costly;
}
