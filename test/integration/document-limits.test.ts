import { getIntrospectionQuery } from "graphql";
import { EXAMPLE_QUERY } from "../../schema/example-query";
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

  it("passes: 10,000 rows with every field", async () => {
    const inputs = Array.from({ length: 10_000 }, () => INPUT);
    const { predictHousePrices } = dataOf(
      await ask<{ predictHousePrices: object[] }>(server, ALL_FIELDS, { inputs }),
    );
    expect(predictHousePrices).toHaveLength(10_000);
  }, 60_000);
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
    ["QUERY_TOO_MANY_DIRECTIVES", `{ ${repeat(51, () => "__typename @include(if: true)")} }`],
  ])("is refused with %s", async (code, query) => {
    const answer = await ask(server, query);
    expect(answer.status).toBe(400);
    expect(answer.body.errors?.[0]?.extensions).toEqual({ code });
    expect(answer.body.data).toBeUndefined();
  });

  it("is refused with QUERY_TOO_COSTLY where rows and fields multiply", async () => {
    const inputs = Array.from({ length: 10_000 }, () => INPUT);
    const twice = ALL_FIELDS.replace(
      "{",
      "{ again: predictHousePrices(inputs: $inputs) { __typename }",
    ).replace("predictedHousePrice ", "predictedHousePrice i: interval { lower upper coverage } ");
    const { status, body } = await ask(server, twice, { inputs });
    expect(status).toBe(400);
    expect(body.errors?.[0]?.extensions).toEqual({ code: "QUERY_TOO_COSTLY" });
    expect(body.errors?.[0]?.message).toMatch(/may ask for 300000 fields.*it asks for 310002\./);
  });

  it("is refused again when it comes again, though its document has passed", async () => {
    for (const length of [10, 10_000, 10_000, 10]) {
      const inputs = Array.from({ length }, () => INPUT);
      const small = await startedWithCost(2000);
      expect((await ask(small, ALL_FIELDS, { inputs })).status).toBe(length === 10 ? 200 : 400);
    }
  });
});

let costly: Promise<string> | undefined;

function startedWithCost(limit: number): Promise<string> {
  costly ??= startServer({ MAX_QUERY_COST: limit });
  return costly;
}
