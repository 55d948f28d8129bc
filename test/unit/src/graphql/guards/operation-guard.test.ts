import {
  type DocumentNode,
  GraphQLError,
  getIntrospectionQuery,
  type OperationDefinitionNode,
  parse,
} from "graphql";
import type { Model } from "../../../../../model/model";
import { ModelCatalogue } from "../../../../../model/registry/catalogue";
import { loadModels } from "../../../../../model/registry/version-reader";
import { buildSchema } from "../../../../../schema/build-schema";
import { LARGE_COST } from "../../../../../src/graphql/guards/large-operations";
import { OperationGuard } from "../../../../../src/graphql/guards/operation-guard";
import { CALIFORNIA } from "../../../../support/california";
import { EXAMPLE_QUERY } from "../../../../support/example-query";

const schema = buildSchema(CALIFORNIA);
let models: readonly Model[];
let catalogue: ModelCatalogue;

beforeAll(async () => {
  ({ models } = await loadModels("model/trained"));
  catalogue = new ModelCatalogue(models);
});

function operationOf({ definitions }: DocumentNode): OperationDefinitionNode {
  const operation = definitions.find((each) => each.kind === "OperationDefinition");
  if (operation?.kind !== "OperationDefinition") throw new Error("no operation");
  return operation;
}

/** The cost of a query, as the refusal tells it. */
function costOf(query: string, variables?: Record<string, unknown>, served = catalogue): number {
  const document = parse(query);
  try {
    new OperationGuard(schema, CALIFORNIA, { maxCost: 0, maxRows: Infinity }).check(
      document,
      operationOf(document),
      variables,
      served,
    );
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    expect(error.extensions).toEqual({ code: "QUERY_TOO_COSTLY", http: { status: 400 } });
    return Number(/it costs (\d+)\./.exec(error.message)?.[1] ?? Number.POSITIVE_INFINITY);
  }
  return 0;
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

  it("when the models change, then an operation that was counted is counted anew", () => {
    const document = parse("{ models { name } }");
    const guard = new OperationGuard(schema, CALIFORNIA, { maxCost: Infinity, maxRows: 1 });
    const cost = (served: ModelCatalogue) => guard.check(document, operationOf(document), {}, served);
    expect(cost(catalogue)).toBe(1 + 4 * models.length);
    expect(cost(new ModelCatalogue(models.slice(0, 1)))).toBe(1 + 4);
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

  it("when only one of a document's operations runs, then the others cost nothing", () => {
    const document = parse("query A { models { name } } query B { models { name version sha256 } }");
    const guard = new OperationGuard(schema, CALIFORNIA, {
      maxCost: 1 + models.length * (3 + 1),
      maxRows: 1,
    });
    expect(() => guard.check(document, operationOf(document), {}, catalogue)).not.toThrow();
  });

  it("when the same operation comes again, then its fields are not counted again", () => {
    const document = parse(BATCH);
    const operation = operationOf(document);
    const guard = new OperationGuard(schema, CALIFORNIA, { maxCost: 121, maxRows: 11 });
    guard.check(document, operation, { inputs: rows(10) }, catalogue);
    // Nothing but the lengths of the batches is looked at any more.
    Object.defineProperty(document, "definitions", { get: () => expect("counted").toBe("remembered") });
    guard.check(document, operation, { inputs: rows(10) }, catalogue);
    expect(() => guard.check(document, operation, { inputs: rows(11) }, catalogue)).toThrow("it costs 133.");
  });

  it("when several batches have more rows together than one may have, then they are refused", () => {
    const field = "predictHousePrices(inputs: $inputs) { __typename }";
    const document = parse(`query ($inputs: [HouseFeaturesInput!]!) { a: ${field} b: ${field} }`);
    const guard = new OperationGuard(schema, CALIFORNIA, { maxCost: Infinity, maxRows: 10 });
    const check = (count: number) =>
      guard.check(document, operationOf(document), { inputs: rows(count) }, catalogue);
    expect(() => check(5)).not.toThrow();
    expect(() => check(6)).toThrow(
      "The batches of a query may have at most 10 rows in total; these have 12. Send them in parts.",
    );
  });
});
