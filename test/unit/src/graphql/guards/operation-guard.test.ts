import { GraphQLError, parse } from "graphql";
import type { Model } from "../../../../../model/model";
import { ModelCatalogue } from "../../../../../model/registry/catalogue";

import { buildSchema } from "../../../../../schema/build-schema";
import { OperationGuard } from "../../../../../src/graphql/guards/operation-guard";
import { CALIFORNIA } from "../../../../support/california";
import { committedModels } from "../../../../support/committed-models";
import { operationOf } from "../../../../support/operation-of";

const schema = buildSchema(CALIFORNIA);
let models: readonly Model[];
let catalogue: ModelCatalogue;

beforeAll(async () => {
  models = await committedModels();
  catalogue = new ModelCatalogue(models);
});

const rows = (count: number) =>
  Array.from({ length: count }, () => ({ medInc: 3, aveRooms: 5, aveOccup: 2 }));
const BATCH =
  "query ($inputs: [HouseFeaturesInput!]!) { predictHousePrices(inputs: $inputs) { ... on HousePricePrediction { predictedHousePrice baseline } } }";

/** Why the guard refuses an operation; undefined if it does not. */
function refusalOf(query: string, limits: { maxCost: number; maxRows: number }, count = 0) {
  const document = parse(query);
  try {
    new OperationGuard(schema, CALIFORNIA, limits).check(
      document,
      operationOf(document),
      { inputs: rows(count) },
      catalogue,
    );
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return { message: error.message, ...error.extensions };
  }
  return undefined;
}

describe("the guard of operations", () => {
  it("when an operation costs more than it may, then it is refused; at the limit it is not", () => {
    // A field and an object, with two fields.
    const query = "{ modelInfo { name version } }";
    expect(refusalOf(query, { maxCost: 6, maxRows: 1 })).toBeUndefined();
    expect(refusalOf(query, { maxCost: 5, maxRows: 1 })).toEqual({
      message: "The query may cost at most 5; it costs 6. Select fewer fields, or send fewer rows.",
      code: "QUERY_TOO_COSTLY",
      http: { status: 400 },
    });
  });

  it("when it costs more than can be counted, then the refusal says so", () => {
    const levels = Array.from(
      { length: 20 },
      (_, i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`,
    );
    const query = `{ ...F0 } ${levels.join(" ")} fragment F20 on Query { __typename }`;
    expect(refusalOf(query, { maxCost: 1e9, maxRows: 1 })?.message).toMatch(/it costs too much to count\./);
  });

  it("when a batch has more rows than it may, then it is refused; with exactly as many it is not", () => {
    expect(refusalOf(BATCH, { maxCost: Infinity, maxRows: 3 }, 3)).toBeUndefined();
    const message = "A batch may have at most 3 rows; this one has 4. Send it in parts.";
    expect(refusalOf(BATCH, { maxCost: Infinity, maxRows: 3 }, 4)).toEqual({
      message,
      code: "BAD_USER_INPUT",
      fields: [{ path: "inputs", message }],
      http: { status: 400 },
    });
  });

  it("when the models change, then an operation that was counted is counted anew", () => {
    const document = parse("{ models { name } }");
    const guard = new OperationGuard(schema, CALIFORNIA, { maxCost: Infinity, maxRows: 1 });
    const cost = (served: ModelCatalogue) => guard.check(document, operationOf(document), {}, served);
    expect(cost(catalogue)).toBe(1 + 4 * models.length);
    expect(cost(new ModelCatalogue(models.slice(0, 1)))).toBe(1 + 4);
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
