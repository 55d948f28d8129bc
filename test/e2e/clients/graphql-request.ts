import { GraphQLClient, request } from "graphql-request";
import { type Answer, QUERY, VARIABLES } from "./input";

/** graphql-request, in its shortest form. */
export async function graphqlRequest(url: string): Promise<number> {
  const { predictHousePrice } = await request<Answer>(url, QUERY, VARIABLES);
  return predictHousePrice.predictedHousePrice;
}

/** The same by GET, which its documentation offers for caches. */
export async function graphqlRequestByGet(url: string): Promise<number> {
  const client = new GraphQLClient(url, { method: "GET", jsonSerializer: JSON });
  const { predictHousePrice } = await client.request<Answer>(QUERY, VARIABLES);
  return predictHousePrice.predictedHousePrice;
}
