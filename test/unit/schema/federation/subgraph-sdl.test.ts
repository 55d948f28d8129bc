import { isObjectType, buildSchema as parseSchema } from "graphql";
import { printSubgraph } from "../../../../schema/federation/subgraph-sdl";
import { tableOf } from "../../../support/every-type";

describe("the text of a subgraph", () => {
  it("has the key, the columns of the owner and the prediction, before the sorted schema", () => {
    const schema = parseSchema("type Query { b: Int a: Int }");
    const type = parseSchema(`type House {
      id: ID!
      area: Float
      rooms: Int
      "What it is worth."
      prediction("Which model." model: String "How sure." coverage: Float): Float
    }`).getType("House");
    if (!isObjectType(type)) throw new Error("There is no house.");
    const [area, rooms] = tableOf([
      { name: "area", type: "number" },
      { name: "rooms", type: "integer" },
    ]).features;
    const columns = [
      { column: area, position: 0, nonNull: true },
      { column: rooms, position: 1, nonNull: false },
    ];

    expect(printSubgraph(schema, type, { name: "House", key: ["id", "region"], columns })).toBe(
      `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@external", "@requires"])

type House @key(fields: "id region") {
  id: ID!
  area: Float! @external
  rooms: Int @external
  "What it is worth."
  prediction(
    "Which model."
    model: String
    "How sure."
    coverage: Float
  ): Float @requires(fields: "area rooms")
}

type Query {
  a: Int
  b: Int
}
`,
    );
  });
});
