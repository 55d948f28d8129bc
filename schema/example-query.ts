/** The first query that a newcomer sees: in the README, in Apollo Sandbox, and first in `examples.graphql`. */
export const EXAMPLE_QUERY = `query PredictHousePrice {
  predictHousePrice(input: { medInc: 3.5, aveRooms: 5.0, aveOccup: 2.0 }) {
    predictedHousePrice
    predictedHousePriceUsd
    model {
      name
      version
      sha256
    }
  }
}
`;
