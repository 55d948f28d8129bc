import { isInputObjectType } from "graphql";
import type { Table } from "../../../model/table/table";
import { buildSchema } from "../../../schema/build-schema";
import { findFeatureProblems, findInvalidFeatures } from "../../../schema/house-features.input";
import { EVERY_TYPE, tableOf } from "../../support/every-type";

function inputOf(table: Table) {
  const type = buildSchema(table).getType("HouseFeaturesInput");
  if (!isInputObjectType(type)) throw new Error("There is no input.");
  const fields = Object.values(type.getFields()).map((field) => [String(field.type), field.description]);
  return { description: type.description, fields };
}

const descriptionOf = (schema: object) => {
  const table = tableOf([{ name: "a", type: "number" }]);
  return inputOf(Object.assign(Object.create(table), { schema: { ...table.schema, ...schema } })).description;
};

describe("the input of a table", () => {
  it("has a field of the type of each column, with its bounds as users write them", () => {
    expect(inputOf(tableOf(EVERY_TYPE)).fields).toEqual([
      ["Float!", "Area. Unit: m². Must be greater than 0."],
      ["Int", "Rooms. Must be 1 or greater."],
      ["Int", "Built. Must be 1800 or greater."],
      ["Boolean", "Garden."],
      ["Date", "Sold. Must be 2000-01-01 or greater."],
      ["StyleCategory!", "Style."],
      ["GarageCategory", "Garage."],
      ["String", "Place. One of the 110 texts that `modelInfo` lists for this column."],
    ]);
  });

  it("describes a column by its description, or else its label, as sentences", () => {
    const fields = [
      { name: "a", type: "number", title: "living area", description: "what one lives on" },
      { name: "b", type: "number", title: "living area" },
      { name: "c", type: "number", description: "Is it large?", constraints: { maximum: 3 } },
      { name: "d", type: "number", description: "Large!", unit: "m" },
    ];
    expect(inputOf(tableOf(fields)).fields.map(([, description]) => description)).toEqual([
      "What one lives on.",
      "Living area.",
      "Is it large? Must be 3 or less.",
      "Large! Unit: m.",
    ]);
  });

  it("is described by the title of the table, its name, or neither", () => {
    expect(descriptionOf({ title: "Sold houses", name: "houses" })).toBe("One row of Sold houses.");
    expect(descriptionOf({ title: undefined, name: "houses" })).toBe("One row of houses.");
    expect(descriptionOf({ title: undefined, name: undefined })).toBe("One row of the table.");
    expect(descriptionOf({ title: "Houses", description: "all that were sold" })).toBe(
      "One row of Houses. All that were sold.",
    );
  });
});

describe("an invalid input", () => {
  const table = tableOf(EVERY_TYPE);
  const good = { area: 50, style: 1, place: "Atlantis", garden: true };

  it("is none if all is well", () => {
    expect(findFeatureProblems(table, good, "input")).toEqual([]);
    expect(findInvalidFeatures(table, good, "input")).toBeUndefined();
  });

  it("has a problem for each value, at its path", () => {
    const problem = findInvalidFeatures(table, { ...good, area: 0, rooms: 0 }, "inputs[3]");
    expect(problem?.fields.map(({ path }) => path)).toEqual(["inputs[3].area", "inputs[3].rooms"]);
    expect(problem?.fields[0].message).toBe("area must be a finite number, greater than 0; it is 0.");
    expect(problem?.message).toBe(problem?.fields.map(({ message }) => message).join(" "));
  });
});
