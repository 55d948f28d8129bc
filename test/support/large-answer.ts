const QUERY = `query Long($inputs: [HouseFeaturesInput!]!) { predictHousePrices(inputs: $inputs) { ... on HousePricePrediction {
  predictedHousePrice baseline contributions { label features value contribution } interval { lower upper } model { sha256 }
} } }`;

const ROW = { medInc: 3, aveRooms: 5, aveOccup: 2 };
const BODY = JSON.stringify({ query: QUERY, variables: { inputs: Array(10_000).fill(ROW) } });

/** What a server must be allowed for it. */
export const FOR_LARGE_ANSWERS = { MAX_QUERY_COST: "5000000" };

/**
 * A request for an answer of some ten megabytes: of a client that does not read, the system keeps only a part of it.
 *
 * @param headers - further ones, each with its line end
 */
export function largeAnswerRequest(headers = ""): string {
  return `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n${headers}Content-Length: ${BODY.length}\r\n\r\n${BODY}`;
}
