import {
  type DocumentNode,
  GraphQLError,
  getIntrospectionQuery,
  type OperationDefinitionNode,
  parse,
} from "graphql";
import { buildSchema } from "../../schema/build-schema";
import { EXAMPLE_QUERY } from "../../schema/example-query";
import { costLimit } from "../../src/graphql/query-cost";

const schema = buildSchema();

function operationOf({ definitions }: DocumentNode): OperationDefinitionNode {
  const operation = definitions.find((each) => each.kind === "OperationDefinition");
  if (operation?.kind !== "OperationDefinition") throw new Error("no operation");
  return operation;
}

/** The cost of a query: the least limit that lets it pass. */
function costOf(query: string, variables?: Record<string, unknown>): number {
  const document = parse(query);
  try {
    costLimit(schema, { maxCost: 0, maxRows: Infinity })(document, operationOf(document), variables);
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
    expect(costOf(EXAMPLE_QUERY)).toBe(1 + 3 + 2 + (1 + 3 + 3));
  });

  it("when an answer has a list of objects, then they count tenfold", () => {
    expect(costOf("{ models { name version } }")).toBe(1 + 10 * (3 + 2));
    expect(costOf("{ models { features { name } } }")).toBe(1 + 10 * (3 + (1 + 10 * (3 + 1))));
  });

  it("when a batch comes by a variable, then its fields count once a row", () => {
    expect(costOf(BATCH, { inputs: rows(0) })).toBe(1);
    expect(costOf(BATCH, { inputs: rows(1) })).toBe(1 + 5);
    expect(costOf(BATCH, { inputs: rows(1000) })).toBe(1 + 5000);
  });

  it("when the batch stands in the query, then its rows are counted there", () => {
    const row = "{medInc: 3, aveRooms: 5, aveOccup: 2}";
    expect(costOf(`{ predictHousePrices(inputs: [${row}, ${row}, ${row}]) { __typename } }`)).toBe(1 + 3 * 4);
    expect(costOf(`{ predictHousePrices(inputs: ${row}) { __typename } }`)).toBe(1 + 4);
  });

  it("when a variable is a single row, or left to its default, then those rows count", () => {
    expect(costOf(BATCH, { inputs: rows(1)[0] })).toBe(1 + 5);
    const query = "query ($inputs: [HouseFeaturesInput!]! = [{medInc: 3, aveRooms: 5, aveOccup: 2}])";
    const field = "{ predictHousePrices(inputs: $inputs) { __typename } }";
    expect(costOf(query + field)).toBe(1 + 4);
    expect(costOf(query + field, { inputs: rows(7) })).toBe(1 + 7 * 4);
  });

  it("when the same rows are asked for under several aliases or by fragments, then each time counts", () => {
    const field = "predictHousePrices(inputs: $inputs) { __typename }";
    const head = "query ($inputs: [HouseFeaturesInput!]!)";
    expect(costOf(`${head} { a: ${field} b: ${field} }`, { inputs: rows(10) })).toBe(2 * (1 + 40));
    expect(costOf(`${head} { ...F ...F } fragment F on Query { ${field} }`, { inputs: rows(10) })).toBe(
      2 * (1 + 40),
    );
  });

  it("when a result can be of two types, then the costlier counts", () => {
    const query = (good: string, bad: string) =>
      `query ($inputs: [HouseFeaturesInput!]!) { predictHousePrices(inputs: $inputs) {
        ... on HousePricePrediction { ${good} } ... on InvalidHouseFeatures { ${bad} } } }`;
    expect(costOf(query("baseline", "index message"), { inputs: rows(10) })).toBe(1 + 10 * 5);
    expect(costOf(query("baseline", "index"), { inputs: rows(10) })).toBe(1 + 10 * 4);
  });

  it("when fields are left out by a directive, then they count as if they were not", () => {
    expect(costOf("query ($x: Boolean!) { modelInfo { name @include(if: $x) version } }", { x: false })).toBe(
      6,
    );
  });

  it("when the schema is asked for, then its lists count as well, and a whole introspection is affordable", () => {
    expect(
      costOf("query ($name: String!) { __type(name: $name) { fields { name } } }", { name: "Query" }),
    ).toBe(1 + 3 + (1 + 10 * (3 + 1)));
    expect(costOf(getIntrospectionQuery())).toBeLessThan(200_000);
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
    const limit = costLimit(schema, { maxCost: 1 + 10 * (3 + 1), maxRows: 1 });
    expect(() => limit(document, operationOf(document), {})).not.toThrow();
  });

  it("when the same operation comes again, then its fields are not counted again", () => {
    const document = parse(BATCH);
    const operation = operationOf(document);
    const limit = costLimit(schema, { maxCost: 51, maxRows: 10 });
    limit(document, operation, { inputs: rows(10) });
    // Nothing but the lengths of the batches is looked at any more.
    Object.defineProperty(document, "definitions", { get: () => expect("counted").toBe("remembered") });
    limit(document, operation, { inputs: rows(10) });
    expect(() => limit(document, operation, { inputs: rows(11) })).toThrow("it costs 56.");
  });

  it("when several batches have more rows together than one may have, then they are refused", () => {
    const field = "predictHousePrices(inputs: $inputs) { __typename }";
    const document = parse(`query ($inputs: [HouseFeaturesInput!]!) { a: ${field} b: ${field} }`);
    const limit = costLimit(schema, { maxCost: Infinity, maxRows: 10 });
    expect(() => limit(document, operationOf(document), { inputs: rows(5) })).not.toThrow();
    expect(() => limit(document, operationOf(document), { inputs: rows(6) })).toThrow(
      "The batches of a query may have 10 rows together; these have 12. Send them in parts.",
    );
  });
});
