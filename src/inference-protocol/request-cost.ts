import { type DocumentNode, Kind, type OperationDefinitionNode, parse } from "graphql";
import type { ModelCatalogue } from "../../model/registry/catalogue";
import type { OperationGuard } from "../graphql/guards/operation-guard";
import { asksForInterval } from "./infer";
import type { InferRequest } from "./infer-request";

interface Operation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

/** The batch of GraphQL that computes the same: so the limits of rows and of cost are those of GraphQL. */
const PRICES = batchOf("predictedHousePrice");
const INTERVALS = batchOf("predictedHousePrice interval { lower upper }");

/**
 * @returns what the request costs
 * @throws GraphQLError where it has too many rows, or costs too much
 */
export function checkCost(guard: OperationGuard, request: InferRequest, catalogue: ModelCatalogue): number {
  const { document, operation } = asksForInterval(request) ? INTERVALS : PRICES;
  return guard.check(document, operation, { inputs: new Array(request.rows) }, catalogue);
}

function batchOf(fields: string): Operation {
  const document = parse(
    `query ($inputs: [HouseFeaturesInput!]!) { predictHousePrices(inputs: $inputs) { ... on HousePricePrediction { ${fields} } } }`,
  );
  const [operation] = document.definitions;
  if (operation.kind !== Kind.OPERATION_DEFINITION) throw new TypeError("The document has one operation.");
  return { document, operation };
}
