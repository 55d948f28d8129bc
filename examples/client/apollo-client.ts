import { ApolloClient, gql, HttpLink, InMemoryCache, type TypedDocumentNode } from "@apollo/client/core";
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
 * A price in dollars by Apollo Client. The types of the variables and of the result are the operation's own.
 *
 * @throws CombinedGraphQLErrors where the server reports errors
 */
export async function predictWithApollo(uri: string, input: HouseFeaturesInput): Promise<number> {
  const client = new ApolloClient({ link: new HttpLink({ uri }), cache: new InMemoryCache() });
  const { data } = await client.query({ query: QUERY, variables: { input } });
  if (!data) throw new Error("The server gave no data.");
  return data.predictHousePrice.predictedHousePriceUsd;
}
