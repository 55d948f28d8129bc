import { Environment, fetchQuery, Network, RecordSource, Store } from "relay-runtime";
import query, { type relayPredictionQuery } from "./__generated__/relayPredictionQuery.graphql";
import { VARIABLES } from "./input";

/** Relay, with the fetch function of its documentation, and a query that its compiler has compiled. */
export async function relay(url: string): Promise<number> {
  const network = Network.create(async ({ text }, variables) => {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: text, variables }),
    });
    return JSON.parse(await response.text());
  });
  const environment = new Environment({ network, store: new Store(new RecordSource()) });
  const data = await fetchQuery<relayPredictionQuery>(environment, query, VARIABLES).toPromise();
  if (!data) throw new Error("Relay gave no data.");
  return data.predictHousePrice.predictedHousePrice;
}
