import fc from "fast-check";
import { UNKNOWN_CATEGORY } from "../../../model/table/raw-value";
import { InputRows } from "../../../schema/input-values";
import { EVERY_TYPE, tableOf } from "../../support/every-type";

const table = tableOf(EVERY_TYPE);

const valueIn = (input: object, apiName: string) =>
  new InputRows(table).from([{ ...input }])[table.features.findIndex((column) => column.apiName === apiName)];

describe("an input, as a row of numbers", () => {
  it.each([
    ["area", 71.5, 71.5],
    ["area", null, Number.NaN],
    ["garden", true, 1],
    ["garden", false, 0],
    // Enums and dates are numbers already.
    ["style", 3, 3],
    ["sold", 16_000, 16_000],
    ["place", "Place 7", 7],
    ["place", " Place 7 ", 7],
    ["place", "Atlantis", UNKNOWN_CATEGORY],
    ["place", "NA", Number.NaN],
    ["place", " ", Number.NaN],
    // A missing garage is a category.
    ["garage", null, 0],
    ["garage", undefined, 0],
  ])("has for %s: %j the number %d", (apiName, value, number) => {
    expect(valueIn({ [apiName]: value }, apiName)).toBe(number);
  });

  it("has missing values for what the input lacks", () => {
    const [area, rooms, , , , , garage] = new InputRows(table).from([{}]);
    expect([area, rooms, garage]).toEqual([Number.NaN, Number.NaN, 0]);
  });
});

it("inputs are rows one behind the other", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ noNaN: true }), { maxLength: 20 }), (areas) => {
      const inputs = new InputRows(table);
      const rows = inputs.from(areas.map((area) => ({ area })));
      expect(rows).toHaveLength(areas.length * table.width);
      expect(inputs.width).toBe(table.width);
      expect(areas.map((_, i) => rows[i * table.width])).toEqual(areas);
    }),
  );
});
