import { getMetadataStorage } from "type-graphql";
import { defineCategoryEnums } from "../../../schema/category.enum";
import { withOwnMetadata } from "../../../schema/own-metadata";
import { EVERY_TYPE, tableOf } from "../../support/every-type";

function enumsOf(fields: readonly object[]) {
  return withOwnMetadata(() => {
    const enums = defineCategoryEnums(tableOf(fields));
    const registered = new Set<object>(enums.values());
    const types = getMetadataStorage().enums.filter(({ enumObj }) => registered.has(enumObj));
    return { enums, types };
  });
}

const category = (name: string, ...categories: string[]) => ({
  name,
  type: "string",
  constraints: { enum: categories },
});

describe("the enums of a table", () => {
  it("are those of its columns of few categories, with their positions", () => {
    const { enums } = enumsOf(EVERY_TYPE);
    expect([...enums.keys()].map(({ apiName }) => apiName)).toEqual(["style", "garage"]);
    expect([...enums.values()][1]).toEqual({ NONE: 0, ONE_CAR: 1, TWO_CARS: 2 });
  });

  it("have a description for each value: its text", () => {
    const { types } = enumsOf([category("heating", "gas", "oil & coal")]);
    const [{ name, description, valuesConfig }] = types;
    expect([name, description]).toEqual([
      "HeatingCategory",
      "The categories of `heating`. The description of each value is its text in the data.",
    ]);
    expect(Object.values(valuesConfig)).toEqual([{ description: "gas" }, { description: "oil & coal" }]);
  });

  it.each([
    ["houseStyle", "HouseStyleCategory"],
    ["house_style", "HouseStyleCategory"],
    ["_1st_floor", "_1stFloorCategory"],
  ])("are named by the column: %s", (apiName, name) => {
    expect(enumsOf([category(apiName, "a", "b")]).types.map((type) => type.name)).toEqual([name]);
  });

  it("have names of their own", () => {
    const { types } = enumsOf([
      category("houseStyle", "a"),
      category("house_style", "a"),
      category("House_style", "a"),
    ]);
    expect(types.map(({ name }) => name)).toEqual([
      "HouseStyleCategory",
      "HouseStyleCategory2",
      "HouseStyleCategory3",
    ]);
  });
});
