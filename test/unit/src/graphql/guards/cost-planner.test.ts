import { getIntrospectionQuery, parse } from "graphql";
import type { Model } from "../../../../../model/model";
import { ModelCatalogue } from "../../../../../model/registry/catalogue";

import { buildSchema } from "../../../../../schema/build-schema";
import { listLengths } from "../../../../../schema/field-costs";
import { CostPlanner } from "../../../../../src/graphql/guards/cost-planner";
import { LARGE_COST } from "../../../../../src/graphql/guards/large-operations";
import { costOf as costOfPlan, rowsOfBatches } from "../../../../../src/graphql/guards/operation-cost";
import type { Variables } from "../../../../../src/graphql/operation-request";
import { CALIFORNIA } from "../../../../support/california";
import { committedModels } from "../../../../support/committed-models";
import { EXAMPLE_QUERY } from "../../../../support/example-query";
import { operationOf } from "../../../../support/operation-of";

const schema = buildSchema(CALIFORNIA);
let models: readonly Model[];
let catalogue: ModelCatalogue;

beforeAll(async () => {
  models = await committedModels();
  catalogue = new ModelCatalogue(models);
});

function costOf(query: string, variables?: Variables, served = catalogue): number {
  const document = parse(query);
  const operation = operationOf(document);
  const lengths = listLengths(served, CALIFORNIA);
  const plan = new CostPlanner(schema, CALIFORNIA).plan(document, operation, lengths);
  return costOfPlan(plan, rowsOfBatches(plan, operation, variables));
}

const rows = (count: number) =>
  Array.from({ length: count }, () => ({ medInc: 3, aveRooms: 5, aveOccup: 2 }));
const BATCH =
  "query ($inputs: [HouseFeaturesInput!]!) { predictHousePrices(inputs: $inputs) { ... on HousePricePrediction { predictedHousePrice baseline } } }";

describe("the cost of a query", () => {
  it("when nothing is a batch, then each field counts one, and each object three more", () => {
    expect(costOf("{ modelInfo { name version } }")).toBe(1 + 3 + 2);
    // The prediction itself counts 10 more, the reference to its model 5, and its checksum 2.
    expect(costOf(EXAMPLE_QUERY)).toBe(1 + 10 + 3 + 2 + (1 + 5 + 3 + (1 + 1 + 3)));
  });

  it("when there are more models, then asking for all of them costs more", () => {
    expect(costOf("{ models { name version } }")).toBe(1 + models.length * (3 + 2));
    const many = new ModelCatalogue(Array.from({ length: 365 }, () => models[0]));
    expect(costOf("{ models { name version } }", {}, many)).toBe(1 + 365 * (3 + 2));
    expect(costOf("{ modelInfo { name version } }", {}, many)).toBe(1 + 3 + 2);
  });

  it("when the models have more features, then lists of them cost more", () => {
    const query = "{ modelInfo { features { name } } }";
    const few = new ModelCatalogue(models.filter(({ id }) => id === "linear@1"));
    expect(costOf(query, {}, few)).toBe(1 + 3 + (1 + 3 * (3 + 1)));
    expect(costOf(query)).toBe(1 + 3 + (1 + 8 * (3 + 1)));
  });

  it("when a batch comes by a variable, then its fields count once a row, and each row ten more", () => {
    expect(costOf(BATCH, { inputs: rows(0) })).toBe(1);
    expect(costOf(BATCH, { inputs: rows(1) })).toBe(1 + 12);
    expect(costOf(BATCH, { inputs: rows(1000) })).toBe(1 + 12_000);
  });

  it("when the batch is written in the query, then its rows are counted there", () => {
    const row = "{medInc: 3, aveRooms: 5, aveOccup: 2}";
    expect(costOf(`{ predictHousePrices(inputs: [${row}, ${row}, ${row}]) { __typename } }`)).toBe(
      1 + 3 * 11,
    );
    expect(costOf(`{ predictHousePrices(inputs: ${row}) { __typename } }`)).toBe(1 + 11);
  });

  it("when a variable is a single row, or left to its default, then those rows count", () => {
    expect(costOf(BATCH, { inputs: rows(1)[0] })).toBe(1 + 12);
    const query = "query ($inputs: [HouseFeaturesInput!]! = [{medInc: 3, aveRooms: 5, aveOccup: 2}])";
    const field = "{ predictHousePrices(inputs: $inputs) { __typename } }";
    expect(costOf(query + field)).toBe(1 + 11);
    expect(costOf(query + field, { inputs: rows(7) })).toBe(1 + 7 * 11);
  });

  it("when the same rows are asked for under several aliases or by fragments, then each time counts", () => {
    const field = "predictHousePrices(inputs: $inputs) { __typename }";
    const head = "query ($inputs: [HouseFeaturesInput!]!)";
    expect(costOf(`${head} { a: ${field} b: ${field} }`, { inputs: rows(10) })).toBe(2 * (1 + 110));
    expect(costOf(`${head} { ...F ...F } fragment F on Query { ${field} }`, { inputs: rows(10) })).toBe(
      2 * (1 + 110),
    );
  });

  it("when a result can be of two types, then the costlier counts", () => {
    const query = (good: string, bad: string) =>
      `query ($inputs: [HouseFeaturesInput!]!) { predictHousePrices(inputs: $inputs) {
        ... on HousePricePrediction { ${good} } ... on InvalidHouseFeatures { ${bad} } } }`;
    expect(costOf(query("baseline", "index"), { inputs: rows(10) })).toBe(1 + 10 * 11);
    expect(costOf(query("baseline predictedHousePrice", "index"), { inputs: rows(10) })).toBe(1 + 10 * 12);
  });

  it("when a field holds long strings, or is computed at length, then it counts more", () => {
    const perRow = (field: string) =>
      costOf(
        `query ($inputs: [HouseFeaturesInput!]!) {
      predictHousePrices(inputs: $inputs) { ${field} } }`,
        { inputs: rows(1) },
      ) -
      1 -
      10;
    expect(perRow("... on InvalidHouseFeatures { message }")).toBeGreaterThan(
      4 * perRow("... on InvalidHouseFeatures { index }"),
    );
    expect(perRow("... on HousePricePrediction { interval { lower } }")).toBeGreaterThan(15);
    // The committed spatial model tells more than thirty groups of features apart.
    expect(perRow("... on HousePricePrediction { contributions { contribution } }")).toBeGreaterThan(33 * 4);
  });

  it("when fields are left out by a directive, then they count as if they were not", () => {
    expect(costOf("query ($x: Boolean!) { modelInfo { name @include(if: $x) version } }", { x: false })).toBe(
      6,
    );
  });

  it("when the schema is asked for, then its lists count as well, and a whole introspection is affordable", () => {
    expect(
      costOf("query ($name: String!) { __type(name: $name) { fields { name } } }", { name: "Query" }),
    ).toBeGreaterThan(1 + 3 + (1 + 2 * (3 + 1)));
    // Not a large operation, which would wait for others.
    expect(costOf(getIntrospectionQuery())).toBeLessThan(LARGE_COST);
    const circles = `${"fields { type { ".repeat(8)}name${" } }".repeat(8)}`;
    expect(costOf(`{ __schema { types { ${circles} } } }`)).toBeGreaterThan(600_000);
  });

  it("when fragments multiply each other, then it is more than can be counted", () => {
    const levels = Array.from(
      { length: 20 },
      (_, level) => `fragment F${level} on Query { ...F${level + 1} ...F${level + 1} }`,
    );
    expect(costOf(`{ ...F0 } ${levels.join(" ")} fragment F20 on Query { __typename }`)).toBe(
      Number.POSITIVE_INFINITY,
    );
  });

  it("when a list is limited by an argument, then one more entry than that counts", () => {
    const perRow = (argument: string) =>
      costOf(
        `query ($inputs: [HouseFeaturesInput!]!, $n: Int) {
      predictHousePrices(inputs: $inputs) { ... on HousePricePrediction { contributions${argument} { contribution } } } }`,
        { inputs: rows(1) },
      );
    expect(perRow("(first: 5)") - perRow("(first: 2)")).toBe(3 * (3 + 1));
    expect(perRow("(first: 0)") - perRow("(first: -7)")).toBe(0);
    // A variable is not known yet, and there are not as many groups.
    expect(perRow("(first: $n)")).toBe(perRow(""));
    expect(perRow("(first: 1000)")).toBe(perRow(""));
  });

  it("when a fragment is on a type that the object does not have, then its fields cost nothing", () => {
    const query = (fragment: string) =>
      `query ($inputs: [HouseFeaturesInput!]!) { predictHousePrices(inputs: $inputs) {
        ... on InvalidHouseFeatures { ${fragment} } } }`;
    const index = costOf(query("index"), { inputs: rows(1) });
    expect(costOf(query("... on HousePriceResult { index: __typename }"), { inputs: rows(1) })).toBe(index);
  });
});
