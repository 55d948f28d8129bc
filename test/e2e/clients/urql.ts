import { Client, cacheExchange, fetchExchange } from "@urql/core";
import { type Answer, QUERY, VARIABLES } from "./input";

/** urql, as its documentation sets it up: it sends queries by GET. */
export async function urql(url: string): Promise<number> {
  const client = new Client({ url, exchanges: [cacheExchange, fetchExchange] });
  const { data, error } = await client.query<Answer>(QUERY, VARIABLES).toPromise();
  if (!data) throw error ?? new Error("urql gave no data.");
  return data.predictHousePrice.predictedHousePrice;
}
