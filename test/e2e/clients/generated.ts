import { execute } from "../../../examples/client/execute";
import { PredictHousePriceDocument } from "../../../examples/client/gql/graphql";
import { VARIABLES } from "./input";

/** The example's client, whose types the client preset generates. */
export async function generated(url: string): Promise<number> {
  const { predictHousePrice } = await execute(url, PredictHousePriceDocument, VARIABLES);
  return predictHousePrice.predictedHousePrice;
}
