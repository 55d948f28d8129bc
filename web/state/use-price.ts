import { execute } from "../api/execute";
import { PriceDocument, type PriceQuery } from "../gql/graphql";
import { inputOf } from "../house/house";
import { PRICE_PACE } from "./paces";
import type { PriceQuestion } from "./settings";
import { useLatest } from "./use-latest";

export type Prediction = PriceQuery["predictHousePrice"];

/** Asks for the price of each new question. */
export const usePrice = (question: PriceQuestion | undefined) => useLatest(askForPrice, question, PRICE_PACE);

async function askForPrice({ house, model, coverage }: PriceQuestion): Promise<Prediction> {
  const variables = { input: inputOf(house), coverage, ...(model && { model }) };
  return (await execute(PriceDocument, variables)).predictHousePrice;
}
