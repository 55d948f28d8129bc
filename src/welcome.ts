/** Tells who has started the server by hand where it is, and how to ask it. */
export function printWelcome(port: number): void {
  const query =
    "{ predictHousePrice(input: {medInc: 3.5, aveRooms: 5.0, aveOccup: 2.0}) { predictedHousePrice } }";
  console.log(`
House Price GraphQL listens on http://localhost:${port}/graphql (open it in a browser for Apollo Sandbox). Try:

curl -s http://localhost:${port}/graphql -H 'content-type: application/json' -d '${JSON.stringify({ query })}'
`);
}
