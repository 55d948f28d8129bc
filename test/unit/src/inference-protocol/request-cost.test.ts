import { GraphQLError } from "graphql";
import { ModelCatalogue } from "../../../../model/registry/catalogue";
import { buildSchema } from "../../../../schema/build-schema";
import { OperationGuard } from "../../../../src/graphql/guards/operation-guard";
import type { OutputName } from "../../../../src/inference-protocol/infer-request";
import { checkCost } from "../../../../src/inference-protocol/request-cost";
import { CALIFORNIA } from "../../../support/california";
import { modelVariant } from "../../../support/model-variants";

let guard: OperationGuard;
let catalogue: ModelCatalogue;

beforeAll(() => {
  guard = new OperationGuard(buildSchema(CALIFORNIA), CALIFORNIA, { maxCost: 200_000, maxRows: 1000 });
  catalogue = new ModelCatalogue([modelVariant("a", 1, 1)]);
});

const costOf = (rows: number, outputs: readonly OutputName[]) =>
  checkCost(guard, { id: undefined, rows, tensors: [], outputs, coverage: 0.9 }, catalogue);

describe("the cost of an inference request", () => {
  it("grows by the same for each row", () => {
    const [one, two, hundred] = [1, 2, 100].map((rows) => costOf(rows, ["price"]));
    expect(two).toBeGreaterThan(one);
    expect(hundred).toBe(one + 99 * (two - one));
  });

  it("is higher with an interval, whichever bound is asked for", () => {
    expect(costOf(10, ["lower"])).toBeGreaterThan(costOf(10, ["price"]));
    expect(costOf(10, ["price", "upper"])).toBe(costOf(10, ["lower"]));
  });

  it("when there are more rows than a batch may have, then it is refused; with as many it is not", () => {
    expect(costOf(1000, ["price"])).toBeGreaterThan(0);
    const message = "A batch may have at most 1000 rows; this one has 1001. Send it in parts.";
    expect(() => costOf(1001, ["price"])).toThrow(new GraphQLError(message));
  });
});
