import { Client, cacheExchange, fetchExchange, gql, type TypedDocumentNode } from "@urql/core";
import {
  type HouseFeaturesInput,
  PredictHousePriceDocument,
  type PredictHousePriceQuery,
  type PredictHousePriceQueryVariables,
} from "./gql/graphql";

const QUERY: TypedDocumentNode<PredictHousePriceQuery, PredictHousePriceQueryVariables> = gql(
  PredictHousePriceDocument.toString(),
);

/**
 * A price in dollars by urql, which sends queries by GET. The types of the variables and of the result are the operation's own.
 *
 * @throws CombinedError where the server reports errors
 */
export async function predictWithUrql(url: string, input: HouseFeaturesInput): Promise<number> {
  const client = new Client({ url, exchanges: [cacheExchange, fetchExchange] });
  const { data, error } = await client.query(QUERY, { input }).toPromise();
  if (!data) throw error ?? new Error("The server gave no data.");
  return data.predictHousePrice.predictedHousePriceUsd;
}
