import { type DocumentNode, getIntrospectionQuery, type OperationDefinitionNode, parse } from "graphql";
import { ModelCatalogue } from "../../../../../model/registry/catalogue";
import type { Table } from "../../../../../model/table/table";
import { buildSchema } from "../../../../../schema/build-schema";
import { loadConfig } from "../../../../../src/config";
import { OperationGuard } from "../../../../../src/graphql/guards/operation-guard";
import { modelOf, tableOf } from "../../../../support/every-type";

jest.mock("../../../../../model/estimators/kinds", () => {
  const { ESTIMATOR_KINDS } = jest.requireActual("../../../../../model/estimators/kinds");
  return {
    ESTIMATOR_KINDS: [...ESTIMATOR_KINDS, jest.requireActual("../../../../support/weights-kind").weights],
  };
});

const numbers = (count: number) =>
  tableOf(Array.from({ length: count }, (_, i) => ({ name: `c${i}`, type: "number" })));
const categories = (count: number, each: number) =>
  tableOf(
    Array.from({ length: count }, (_, i) => ({
      name: `c${i}`,
      type: "string",
      constraints: { enum: Array.from({ length: each }, (_, j) => `category ${j}`) },
    })),
  );

function operationOf({ definitions }: DocumentNode): OperationDefinitionNode {
  const operation = definitions.find((each) => each.kind === "OperationDefinition");
  if (operation?.kind !== "OperationDefinition") throw new Error("no operation");
  return operation;
}

/** What a query costs whose batch has so many rows. */
function costOf(table: Table, query: string, rows = 0): number {
  const document = parse(query);
  const guard = new OperationGuard(buildSchema(table), table, { maxCost: Infinity, maxRows: Infinity });
  const variables = { i: Array(rows).fill({}) };
  return guard.check(document, operationOf(document), variables, new ModelCatalogue([modelOf(table)]));
}

const batch = (selection: string) =>
  `query ($i: [HouseFeaturesInput!]!) { predictHousePrices(inputs: $i) { ... on HousePricePrediction { ${selection} } } }`;
const { MAX_QUERY_COST } = loadConfig({});

describe("what a table's width costs", () => {
  it("is what its rows need, which grows with their columns", () => {
    const rowOf = (table: Table) => costOf(table, batch("__typename"), 1000) / 1000;
    expect(rowOf(numbers(8))).toBeCloseTo(11, 1);
    expect(rowOf(numbers(40))).toBeCloseTo(49, 1);
    expect(rowOf(numbers(150))).toBeCloseTo(181, 1);
  });

  it("leaves batches of a thousand rows, with what a caller needs of each", () => {
    const selection = `predictedHousePrice predictedHousePriceGbp interval { lower upper }
      contributions(first: 8) { label displayValue contribution }`;
    expect(costOf(numbers(150), batch(selection), 1000)).toBeLessThan(MAX_QUERY_COST);
    expect(costOf(numbers(80), batch(`${selection} warnings { code feature }`), 1000)).toBeLessThan(
      MAX_QUERY_COST,
    );
  });

  it("is less where only the largest contributions are told apart", () => {
    const all = costOf(numbers(150), batch("contributions { label }"), 1);
    const largest = costOf(numbers(150), batch("contributions(first: 5) { label }"), 1);
    // 150 entries, or five and one for the others; an entry is an object with a field.
    expect(all - largest).toBe((150 - 6) * 4);
    const variable = batch("contributions(first: $n) { label }").replace("($i", "($n: Int!, $i");
    expect(costOf(numbers(150), variable, 1)).toBe(all);
  });

  it.each<[string, Table]>([
    ["150 columns", numbers(150)],
    ["40 columns with 60 categories each", categories(40, 60)],
    ["200 columns with 100 categories each", categories(200, 100)],
  ])("lets tools ask for the whole schema, and clients for all that a model tells: %s", (_, table) => {
    expect(costOf(table, getIntrospectionQuery())).toBeLessThan(MAX_QUERY_COST);
    const info = "columns { name quantiles categories { text enumValue rows } } features { name mean }";
    expect(costOf(table, `{ modelInfo { ${info} } }`)).toBeLessThan(MAX_QUERY_COST);
  });
});
