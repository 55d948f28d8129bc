import { buildSchema } from "../../../../schema/build-schema";
import { type EntityNames, entityOf, isGraphQLName } from "../../../../schema/federation/entity";
import { CALIFORNIA } from "../../../support/california";
import { tableOf } from "../../../support/every-type";
import { NAMES } from "../../../support/federation";
import { refusalOf } from "../../../support/refusal";

const entity = (names: Partial<EntityNames> = {}, table = CALIFORNIA) =>
  entityOf(table, buildSchema(table), { ...NAMES, ...names });

const columnsOf = (...columns: string[]) =>
  entity({ columns }).columns.map(({ column, position, nonNull }) => [column.apiName, position, nonNull]);

describe("the columns of an entity", () => {
  it("are all of the table, which cannot be null where the table requires them", () => {
    const { name, key, columns } = entity({ key: ["region", "number"] });

    expect([name, key]).toEqual(["House", ["region", "number"]]);
    expect(columns.map(({ column }) => column)).toEqual(CALIFORNIA.features);
    expect(columns.map(({ position }) => position)).toEqual([...CALIFORNIA.features.keys()]);
    expect(columns.map(({ nonNull }) => nonNull)).toEqual(
      CALIFORNIA.features.map(({ required }) => required),
    );
  });

  it("are those that are listed, in the order of the table, which cannot be null if they are marked", () => {
    expect(columnsOf("longitude!", "aveOccup!", "medInc", "aveRooms")).toEqual([
      ["medInc", CALIFORNIA.indexOf("MedInc"), false],
      ["aveRooms", CALIFORNIA.indexOf("AveRooms"), false],
      ["aveOccup", CALIFORNIA.indexOf("AveOccup"), true],
      ["longitude", CALIFORNIA.indexOf("Longitude"), true],
    ]);
  });
});

describe("an entity cannot be", () => {
  const required = ["medInc", "aveRooms", "aveOccup"];

  it.each<[string, Partial<EntityNames>, string]>([
    [
      "a name of GraphQL's own",
      { entity: "__House" },
      "FEDERATION_ENTITY cannot be used: it is not a name of GraphQL.",
    ],
    [
      "a key that is no name",
      { key: ["id", "a b"] },
      "FEDERATION_KEY cannot be used: it is not a name of GraphQL.",
    ],
    ["without a key", { key: [] }, "FEDERATION_KEY cannot be used: it has no field."],
    [
      "a type that there is",
      { entity: "ModelInfo" },
      "FEDERATION_ENTITY cannot be used: the schema already has a type ModelInfo.",
    ],
    [
      "without a required column",
      { columns: ["medInc", "aveRooms"] },
      "FEDERATION_COLUMNS cannot be used: the table requires aveOccup.",
    ],
    [
      "with an unknown column",
      { columns: [...required, "colour!"] },
      "FEDERATION_COLUMNS cannot be used: the table has no column colour.",
    ],
    [
      "with a mark before a column",
      { columns: [...required, "!latitude"] },
      "FEDERATION_COLUMNS cannot be used: the table has no column !latitude.",
    ],
    [
      "with a column as its key",
      { key: ["id", "medInc"] },
      "FEDERATION_KEY cannot be used: medInc is the name of another field.",
    ],
    [
      "with the prediction as its key",
      { key: ["prediction"] },
      "FEDERATION_KEY cannot be used: prediction is the name of another field.",
    ],
  ])("%s", async (_what, names, message) => {
    const { code, message: told } = await refusalOf(() => entity(names));

    expect([code, told]).toEqual(["CONFIG_INVALID", message]);
  });

  it("of a table with a column named as the prediction", async () => {
    const table = tableOf([{ name: "prediction", type: "number" }]);

    expect((await refusalOf(() => entity({}, table))).message).toBe(
      "FEDERATION_COLUMNS cannot be used: prediction is the name of the field that is added.",
    );
  });

  it("keyed by a column that it does not have is fine", () => {
    expect(entity({ key: ["latitude"], columns: required }).key).toEqual(["latitude"]);
  });
});

describe("a name of GraphQL", () => {
  it.each(["a", "_a", "A1", "a__b", "a".repeat(100)])("may be %s", (name) => {
    expect(isGraphQLName(name)).toBe(true);
  });

  it.each(["", "__a", "1a", "a-b", "a b", "é", "a\n", "a".repeat(101)])("is not %j", (name) => {
    expect(isGraphQLName(name)).toBe(false);
  });
});
