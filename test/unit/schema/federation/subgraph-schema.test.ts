import { graphql, isObjectType, printSchema, validateSchema } from "graphql";
import { ModelCatalogue } from "../../../../model/registry/catalogue";
import { buildFederatedSchema, buildSchema, printSortedSchema } from "../../../../schema/build-schema";
import type { EntityNames } from "../../../../schema/federation/entity";
import { fieldCosts } from "../../../../schema/field-costs";
import { CALIFORNIA } from "../../../support/california";
import { EVERY_TYPE, tableOf } from "../../../support/every-type";
import { ENTITIES, house, NAMES } from "../../../support/federation";
import { modelVariant } from "../../../support/model-variants";
import { refusalOf } from "../../../support/refusal";

function entityFields(table = CALIFORNIA, names: EntityNames = NAMES) {
  const { schema } = buildFederatedSchema(table, names);
  expect(validateSchema(schema)).toEqual([]);
  const type = schema.getType(names.entity);
  if (!isObjectType(type)) throw new Error("There is no entity.");
  return Object.values(type.getFields()).map(({ name, type: fieldType }) => `${name}: ${fieldType}`);
}

describe("a request of a router", () => {
  const model = () => modelVariant("linear", 1, 0.8);

  async function answerTo(source: string, representations: unknown[] = []) {
    const { schema } = buildFederatedSchema(CALIFORNIA, NAMES);
    const batches: unknown[] = [];
    const contextValue = {
      catalogue: new ModelCatalogue([model()]),
      recorder: {
        predicted: () => undefined,
        batched: (rows: number, firstRow: number) => void batches.push([rows, firstRow]),
      },
    };
    const { data, errors = [] } = await graphql({
      schema,
      source,
      contextValue,
      variableValues: { representations },
    });
    return { data: JSON.parse(JSON.stringify(data)), errors: errors.map(({ message }) => message), batches };
  }

  it("is answered with the predictions of the houses, and an error for each that is wrong", async () => {
    const { data, errors, batches } = await answerTo(ENTITIES, [
      house(1),
      "house",
      house(2, { medInc: 7 }),
      house(3, { aveOccup: 0 }),
    ]);
    const priceOf = (medInc: number) => model().predictValues([medInc, 5, 2]);
    const answer = (id: string, medInc: number) => ({
      __typename: "House",
      id,
      prediction: { predictedHousePrice: priceOf(medInc) },
    });

    expect(data._entities).toEqual([
      answer("1", 3.5),
      null,
      answer("2", 7),
      { __typename: "House", id: "3", prediction: null },
    ]);
    expect(errors).toEqual([
      "representations[1] must be an object.",
      "aveOccup must be a finite number, greater than 0; it is 0.",
    ]);
    expect(batches).toEqual([[4, 0]]);
  });

  it("has the columns of a house, and takes a model", async () => {
    const source = `query ($representations: [_Any!]!) {
      _entities(representations: $representations) {
        ... on House { medInc latitude prediction(model: { name: "linear" }) { model { name } } }
      }
    }`;
    const { data } = await answerTo(source, [house(1)]);

    expect(data._entities).toEqual([
      { medInc: 3.5, latitude: null, prediction: { model: { name: "linear" } } },
    ]);
  });

  it("is refused as a whole for an argument that no house can have", async () => {
    const source = `query ($representations: [_Any!]!) {
      _entities(representations: $representations) {
        ... on House { prediction { interval(coverage: 2) { lower } } }
      }
    }`;
    const { errors, batches } = await answerTo(source, [house(1), house(2)]);

    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatch(/^coverage of interval cannot be 2\./);
    expect(batches).toEqual([]);
  });

  it("for the schema gives its text", async () => {
    const { data } = await answerTo("{ _service { sdl } }");

    expect(data._service.sdl).toBe(buildFederatedSchema(CALIFORNIA, NAMES).sdl);
  });

  it("costs what its fields cost", () => {
    const { schema, sdl } = buildFederatedSchema(CALIFORNIA, NAMES);
    const costOf = (name: string, field: string) => {
      const type = schema.getType(name);
      return isObjectType(type) ? type.getFields()[field].extensions.cost : undefined;
    };

    expect(costOf("House", "id")).toBe(6);
    expect(costOf("House", "prediction")).toBe(fieldCosts(CALIFORNIA).row);
    expect(costOf("_Service", "sdl")).toBe(Math.ceil(sdl.length / 30));
  });
});

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
