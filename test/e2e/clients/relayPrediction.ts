import { graphql } from "relay-runtime";

/** For Relay's compiler alone: what it makes of it is in `__generated__`. */
export const query = graphql`
  query relayPredictionQuery($input: HouseFeaturesInput!) {
    predictHousePrice(input: $input) {
      predictedHousePrice
    }
  }
`;
