import { composeServices } from "@theguild/federation-composition";
import { parse } from "graphql";
import type { Table } from "../../model/table/table";
import { buildFederatedSchema } from "../../schema/build-schema";
import { CALIFORNIA } from "../support/california";
import { EVERY_TYPE, tableOf } from "../support/every-type";
import { NAMES } from "../support/federation";

const OWNER = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])
  "A house of the register."
  type House @key(fields: "id") {
    "Its number in the register."
    id: ID!
    COLUMNS
  }
  type Query { houses: [House!]! house(id: ID!): House }
`;

const CALIFORNIA_COLUMNS = `
  medInc: Float! houseAge: Float aveRooms: Float! aveBedrms: Float population: Float aveOccup: Float!
  "North positive." latitude: Float longitude: Float
`;

function compose(table: Table, columns: string, names = NAMES, definitions = "") {
  const owner = OWNER.replace("COLUMNS", columns).replaceAll("House", names.entity) + definitions;
  const key = names.key.map((field) => `${field}: ID!`).join(" ");
  const typeDefs = parse(
    owner.replace("id: ID!\n", `${key}\n`).replace('fields: "id"', `fields: "${names.key.join(" ")}"`),
  );
  return composeServices([
    { name: "houses", typeDefs, url: "http://houses" },
    { name: "prices", typeDefs: parse(buildFederatedSchema(table, names).sdl), url: "http://prices" },
  ]);
}

/** Nothing to complain about, and a supergraph where the owner's houses have predictions. */
function expectComposed(result: ReturnType<typeof compose>) {
  expect({ errors: result.errors ?? [], hints: "hints" in result ? result.hints : [] }).toEqual({
    errors: [],
    hints: [],
  });
  expect(result.supergraphSdl).toMatch(/prediction\(.*model: ModelSelector.*\): HousePricePrediction/s);
}

describe("the subgraph composes without error or hint", () => {
  it("with a subgraph that has every column of California's table", () => {
    expectComposed(compose(CALIFORNIA, CALIFORNIA_COLUMNS));
  });

  it("with columns of every type: the owner has the texts of the categories", () => {
    const columns =
      "area: Float! rooms: Int built: Int garden: Boolean sold: Date style: String! garage: String place: String";
    expectComposed(compose(tableOf(EVERY_TYPE), columns, NAMES, "scalar Date"));
  });

  it("with a subgraph that has only some columns, if they are listed", () => {
    const names = { ...NAMES, columns: ["medInc!", "aveRooms", "aveOccup!"] };
    expectComposed(compose(CALIFORNIA, "medInc: Float! aveRooms: Float aveOccup: Float!", names));
  });

  it("with an entity of another name, and a key of several fields", () => {
    expectComposed(
      compose(CALIFORNIA, CALIFORNIA_COLUMNS, { ...NAMES, entity: "Listing", key: ["region", "number"] }),
    );
  });

  it("but not with a subgraph that lacks a column, of which the composer tells", () => {
    const { errors } = compose(CALIFORNIA, "medInc: Float! aveRooms: Float! aveOccup: Float!");
    expect(errors?.map(({ message }) => message).join(" ")).toContain("latitude");
  });
});
