const ROW = {
  medInc: 3,
  houseAge: 20,
  aveRooms: 5,
  aveBedrms: 1,
  population: 1000,
  aveOccup: 2,
  latitude: 37.5,
  longitude: -122,
};
const QUERY = `query ($inputs: [HouseFeaturesInput!]!) {
  predictHousePrices(inputs: $inputs) {
    ... on HousePricePrediction { contributions { features label value contribution } }
  }
}`;

/** Body of a request for all contributions of so many rows: what takes the most of the server. */
export function contributionsBatch(rows: number): string {
  return JSON.stringify({ query: QUERY, variables: { inputs: Array(rows).fill(ROW) } });
}
