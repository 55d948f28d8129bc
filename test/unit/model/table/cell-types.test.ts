import { CELL_TYPES, categoryType } from "../../../../model/table/cell-types";
import type { Field } from "../../../../model/table/schema-format";

function typeOf(field: Omit<Field, "name">) {
  const type = CELL_TYPES[field.type]({ name: "x", ...field });
  if (!type) throw new Error("The format is not valid.");
  return type;
}

describe("the cells of each type", () => {
  it.each<[Omit<Field, "name">, string, string, number]>([
    [{ type: "number" }, "a number", "1.5", 1.5],
    [{ type: "number", decimalChar: ",", groupChar: "." }, "a number", "1.234,5", 1234.5],
    [{ type: "number", bareNumber: false }, "a number", "€7", 7],
    [{ type: "integer" }, "a whole number", "12", 12],
    [{ type: "integer" }, "a whole number", "1.5", Number.NaN],
    [{ type: "year" }, "a year", " 1999 ", 1999],
    [{ type: "year" }, "a year", "-44", -44],
    [{ type: "year" }, "a year", "19999", Number.NaN],
    [{ type: "year" }, "a year", "99.5", Number.NaN],
    [{ type: "year" }, "a year", "x1999", Number.NaN],
    [{ type: "boolean" }, "true or false", " true ", 1],
    [{ type: "boolean" }, "true or false", "0", 0],
    [{ type: "boolean" }, "true or false", "yes", Number.NaN],
    [{ type: "boolean", trueValues: ["yes"], falseValues: ["no"] }, "yes or no", "no", 0],
    [{ type: "date" }, "a date in the format %Y-%m-%d", "1970-01-02", 1],
    [{ type: "date", format: "%d/%m/%Y" }, "a date in the format %d/%m/%Y", "03/01/1970", 2],
    [{ type: "date" }, "a date in the format %Y-%m-%d", "1970-02-30", Number.NaN],
    [{ type: "string", constraints: { enum: ["a", "b"] } }, "one of a, b", " b ", 1],
    [{ type: "string" }, "one of ", "b", Number.NaN],
  ])("%j are %s: %s is %d", (field, name, cell, value) => {
    const type = typeOf(field);
    expect(type.name).toBe(name);
    expect(type.parse(cell)).toBe(value);
  });

  it("are shown as dates where they are dates", () => {
    expect(typeOf({ type: "date", format: "%d/%m/%Y" }).show?.(1)).toBe("1970-01-02");
    expect(typeOf({ type: "number" }).show).toBeUndefined();
  });

  it("do not exist for a pattern of dates that is not valid", () => {
    expect(CELL_TYPES.date({ name: "x", type: "date", format: "%Q" })).toBeUndefined();
  });
});

describe("categories", () => {
  it("are shown by name, and unknown ones by number", () => {
    const type = categoryType(["a", "b"]);
    expect([0, 1, 2].map((value) => type.show?.(value))).toEqual(["a", "b", "2"]);
  });

  it("are named up to five", () => {
    expect(categoryType(["a", "b", "c", "d", "e"]).name).toBe("one of a, b, c, d, e");
    expect(categoryType(["a", "b", "c", "d", "e", "f", "g"]).name).toMatch(/e and 2 more$/);
  });

  it("may have one that missing values stand for", () => {
    const type = categoryType(["none", "one"], "none", ["", "NA"]);
    expect(["", "NA", "none", "one", "two"].map(type.parse)).toEqual([0, 0, 0, 1, Number.NaN]);
  });

  it("otherwise are missing where the cell is a missing value, even one that is also a category", () => {
    const type = categoryType(["NA", "one"], undefined, ["", "NA"]);
    expect(["", "NA", "one"].map(type.parse)).toEqual([Number.NaN, Number.NaN, 1]);
    expect(categoryType(["one"], "other", [""]).parse("")).toBeNaN();
  });
});
