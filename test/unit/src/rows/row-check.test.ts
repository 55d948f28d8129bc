import type { Model } from "../../../../model/model";
import { ModelCatalogue } from "../../../../model/registry/catalogue";
import type { Table } from "../../../../model/table/table";
import { InputProblem } from "../../../../schema/invalid-input.error";
import { meaningOf, modelForRow } from "../../../../src/rows/row-check";
import { CALIFORNIA } from "../../../support/california";
import { EVERY_TYPE, tableOf } from "../../../support/every-type";
import { modelVariant } from "../../../support/model-variants";

let three: Model;
let eight: Model;
let catalogue: ModelCatalogue;

beforeEach(() => {
  three = modelVariant("three", 1, 0.7, 3);
  eight = modelVariant("eight", 1, 0.5, 8);
  catalogue = new ModelCatalogue([three, eight]);
});

const GUIDE = { MedInc: 3.5, AveRooms: 5, AveOccup: 2 };
const FULL = { ...GUIDE, HouseAge: 40, AveBedrms: 1, Population: 900, Latitude: 34, Longitude: -118 };

/** Two rows, the first of which is empty; the second has these values. */
function rowsWith(table: Table, values: Readonly<Record<string, number>>): Float64Array {
  const rows = table.emptyRows(2);
  for (const [name, value] of Object.entries(values)) rows[table.width + table.indexOf(name)] = value;
  return rows;
}

function answering(values: Readonly<Record<string, number>>, name?: string) {
  const rows = rowsWith(CALIFORNIA, values);
  return modelForRow(
    CALIFORNIA,
    catalogue,
    name === undefined ? undefined : { name },
    rows,
    CALIFORNIA.width,
  );
}

function problemsOf(found: Model | InputProblem) {
  if (!(found instanceof InputProblem)) throw new Error("The row was accepted.");
  return found.fields;
}

describe("the model of a row", () => {
  it("is the best whose features it has, or the one that was named", () => {
    expect(answering(GUIDE)).toBe(three);
    expect(answering(FULL)).toBe(eight);
    expect(answering(FULL, "three")).toBe(three);
  });

  it("when the named one does not exist, then that is told", () => {
    expect(problemsOf(answering(FULL, "nine"))).toEqual([
      { path: "model", message: "There is no model nine. Available: eight@1, three@1." },
    ]);
  });

  it("when the named one needs more, then each column that it lacks is told by its name in the data", () => {
    const { Latitude: _, Population: __, ...rest } = FULL;
    expect(problemsOf(answering(rest, "eight"))).toEqual([
      {
        path: "Population",
        message: `eight@1 needs ${meaningOf(CALIFORNIA.features[CALIFORNIA.indexOf("Population")])}.`,
      },
      {
        path: "Latitude",
        message: `eight@1 needs ${meaningOf(CALIFORNIA.features[CALIFORNIA.indexOf("Latitude")])}.`,
      },
    ]);
  });
});

describe("a value of a row", () => {
  it("when it is required and missing, or out of its domain, then it is told, whatever the model", () => {
    expect(problemsOf(answering({ AveRooms: 5, AveOccup: 2, HouseAge: -1 }, "nine"))).toEqual([
      {
        path: "MedInc",
        message:
          "A value is required for MedInc: Median income of the households in the block group, in 10,000 US dollars a year.",
      },
      { path: "HouseAge", message: "HouseAge must be a finite number, 0 or greater; it is -1." },
    ]);
  });

  it("when it is a date, then it is shown as JSON writes it", () => {
    const table = tableOf(EVERY_TYPE);
    // 1999-12-31 is day 10956 since 1970.
    const rows = rowsWith(table, { Area: 70, Style: 0, Sold: 10_956 });
    expect(problemsOf(modelForRow(table, catalogue, undefined, rows, table.width))).toEqual([
      { path: "Sold", message: "Sold must be 2000-01-01 or greater; it is 1999-12-31." },
    ]);
  });

  it("at the bound of its domain, it is accepted", () => {
    expect(answering({ ...GUIDE, HouseAge: 0 })).toBe(three);
    expect(problemsOf(answering({ ...GUIDE, MedInc: 0 }))[0].path).toBe("MedInc");
  });
});

it.each([
  [{ name: "a", type: "number" }, "a: a"],
  [{ name: "a", type: "number", label: "area" }, "a: area"],
  [
    { name: "a", type: "number", label: "area", description: "Living area", unit: "m²" },
    "a: Living area, in m²",
  ],
])("the column %j is told as %s", (field, meaning) => {
  expect(meaningOf(tableOf([field]).features[0])).toBe(meaning);
});
