import { isObjectType, printSchema, validateSchema } from "graphql";
import { buildFederatedSchema, buildSchema, printSortedSchema } from "../../../../schema/build-schema";
import type { EntityNames } from "../../../../schema/federation/entity";
import { CALIFORNIA } from "../../../support/california";
import { EVERY_TYPE, tableOf } from "../../../support/every-type";
import { NAMES } from "../../../support/federation";
import { refusalOf } from "../../../support/refusal";

function entityFields(table = CALIFORNIA, names: EntityNames = NAMES) {
  const { schema } = buildFederatedSchema(table, names);
  expect(validateSchema(schema)).toEqual([]);
  const type = schema.getType(names.entity);
  if (!isObjectType(type)) throw new Error("There is no entity.");
  return Object.values(type.getFields()).map(({ name, type: fieldType }) => `${name}: ${fieldType}`);
}

describe("the schema of a subgraph", () => {
  it("has the entity with its key, the table's columns and the prediction", () => {
    expect(entityFields(tableOf(EVERY_TYPE))).toEqual([
      "id: ID!",
      "area: Float",
      "rooms: Int",
      "built: Int",
      "garden: Boolean",
      "sold: Date",
      "style: String",
      "garage: String",
      "place: String",
      "prediction: HousePricePrediction",
    ]);
  });

  it("adds only what a router asks for, and leaves the schema itself as it is", () => {
    const before = printSchema(buildSchema(CALIFORNIA));
    const { schema } = buildFederatedSchema(CALIFORNIA, NAMES);
    const added = printSchema(schema).replace(
      /\n\n(union _Entity|scalar _Any|type _Service|type House) [^\n]*(\{[^}]*\})?/g,
      "",
    );
    expect(printSchema(schema)).toContain("_entities(representations: [_Any!]!): [_Entity]!");
    expect(printSchema(schema)).toContain("_service: _Service!");
    expect(before).not.toMatch(/_entities|_service|type House /);
    expect(added.length).toBeLessThan(printSchema(schema).length);
    expect(printSchema(buildSchema(CALIFORNIA))).toBe(before);
  });

  it("is printed with its directives, and without the fields that Federation itself adds", () => {
    const { sdl } = buildFederatedSchema(CALIFORNIA, {
      entity: "Listing",
      key: ["region", "number"],
      columns: ["medInc", "aveOccup!", "aveRooms"],
    });
    expect(sdl).toContain(
      '@link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@external", "@requires"])',
    );
    expect(sdl).toContain(
      'type Listing @key(fields: "region number") {\n  region: ID!\n  number: ID!\n  medInc: Float @external\n  aveRooms: Float @external\n  aveOccup: Float! @external\n',
    );
    expect(sdl).toContain('@requires(fields: "medInc aveRooms aveOccup")');
    expect(sdl).not.toMatch(/_entities|_service|_Any/);
    expect(sdl.endsWith(printSortedSchema(CALIFORNIA))).toBe(true);
  });

  it.each<[string, Partial<EntityNames>, string]>([
    ["the entity's name is that of another type", { entity: "HousePricePrediction" }, "FEDERATION_ENTITY"],
    ["the entity's name is none", { entity: "__House" }, "FEDERATION_ENTITY"],
    ["there is no key", { key: [] }, "FEDERATION_KEY"],
    ["the key is a column", { key: ["medInc"] }, "FEDERATION_KEY"],
    ["the key is the added field", { key: ["prediction"] }, "FEDERATION_KEY"],
    ["the key's name is none", { key: ["a b"] }, "FEDERATION_KEY"],
    ["a column is unknown", { columns: ["MedInc"] }, "FEDERATION_COLUMNS"],
    ["a required column is not listed", { columns: ["medInc"] }, "FEDERATION_COLUMNS"],
  ])("is refused when %s", async (_, names, variable) => {
    const error = await refusalOf(() => buildFederatedSchema(CALIFORNIA, { ...NAMES, ...names }));
    expect(error.code).toBe("CONFIG_INVALID");
    expect(error.message).toContain(variable);
  });

  it("is refused when a column has the name of the added field", async () => {
    const table = tableOf([{ name: "prediction", type: "number" }]);
    await refusalOf(() => buildFederatedSchema(table, NAMES));
  });
});
