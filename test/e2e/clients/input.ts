/** What each client asks, and the house of the README. */
export const QUERY = /* GraphQL */ `
  query ClientPrediction($input: HouseFeaturesInput!) {
    predictHousePrice(input: $input) {
      predictedHousePrice
    }
  }
`;

export const VARIABLES = { input: { medInc: 3.5, aveRooms: 5, aveOccup: 2 } };

export interface Answer {
  readonly predictHousePrice: { readonly predictedHousePrice: number };
}
