import { InputProblem } from "../../../../schema/invalid-input.error";
import type { JsonRecord } from "../../../../schema/json-record";
import { readJsonRow } from "../../../../src/rest/json-row";
import { EVERY_TYPE, tableOf } from "../../../support/every-type";

const table = tableOf(EVERY_TYPE);
const none = Number.NaN;

function rowOf(values: JsonRecord): number[] {
  const row = readJsonRow(table, values);
  if (row instanceof InputProblem) throw new Error(row.message);
  return [...row];
}

function problemOf(values: JsonRecord): InputProblem {
  const found = readJsonRow(table, values);
  if (!(found instanceof InputProblem)) throw new Error("The row was accepted.");
  return found;
}

describe("a row of JSON", () => {
  it("has each value at its column's position", () => {
    // 1970-01-03 is day 2.
    const values = { Style: "1st", Area: 70, Garden: true, Sold: "1970-01-03", Place: "Place 7" };
    expect(rowOf(values)).toEqual([70, none, none, 1, 2, 5, 0, 7]);
  });

  it("when a value is absent or null, then it is missing, or the category that stands for it", () => {
    for (const values of [{}, { Area: null, Garage: null }]) {
      expect(rowOf(values)).toEqual([none, none, none, none, none, none, 0, none]);
    }
  });

  it("when values are not of their columns' types, then each is told in the order of the request", () => {
    expect({ ...problemOf({ Rooms: 2.5, Built: 1990, Area: "70" }) }).toEqual({
      message: "Rooms must be a whole number. Area must be a number.",
      fields: [
        { path: "Rooms", message: "Rooms must be a whole number." },
        { path: "Area", message: "Area must be a number." },
      ],
    });
  });

  it("when a name is that of no column in the data, then it is told, and shortened", () => {
    const message =
      "There is no column area. There are Area, Rooms, Built, Garden, Sold, Style, Garage, Place.";
    expect(problemOf({ area: 70 }).fields).toEqual([{ path: "area", message }]);
    expect(problemOf({ ["x".repeat(200)]: 1 }).fields[0].path).toBe(`${"x".repeat(100)}…`);
  });

  it("when very many names are unknown, then twenty are told, and the others counted", () => {
    const names = Array.from({ length: 50 }, (_, i) => [`x${i}`, 1]);
    const { fields, message } = problemOf(Object.fromEntries(names));
    expect(fields.map(({ path }) => path)).toEqual(Array.from({ length: 20 }, (_, i) => `x${i}`));
    expect(fields[19].message).toMatch(/^There is no column x19\. /);
    expect(message).toMatch(/ 30 more values cannot be accepted\.$/);
  });
});
