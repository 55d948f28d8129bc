import { EXAMPLE_QUERY } from "../support/example-query";

/** What scikit-learn predicts for the README's example, in 100,000 US dollars; see `test/reference/scikit-learn.json`. */
export const EXAMPLE_PREDICTION = 1.9273953332694935;

/** Sends the README's query to a running server, and gives the prediction. */
export async function predictExample(
  origin: string,
  model?: { name: string; version?: number },
): Promise<number> {
  const chosen = model ? `, model: { name: "${model.name}", version: ${model.version ?? null} }` : "";
  const response = await fetch(`${origin}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: EXAMPLE_QUERY.replace(" })", ` }${chosen})`) }),
  });
  const text = await response.text();
  const prediction = JSON.parse(text).data?.predictHousePrice?.predictedHousePrice;
  if (typeof prediction !== "number") throw new Error(`No prediction, but ${response.status} ${text}`);
  return prediction;
}
