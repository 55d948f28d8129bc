import type { Field, Role } from "../../../../model/table/schema-format";
import { CATEGORY } from "../../../../training/describe/column-type";
import type { DecidedColumn } from "../../../../training/describe/decided-column";
import { categoriesOf, fieldOf, ignoredField } from "../../../../training/describe/field";
import { missingCellsOf } from "../../../../training/describe/missing-cells";
import { examined, profileOf } from "../../../support/profiles";

const decided = (name: string, cells: readonly string[], role: Role = "feature"): DecidedColumn => ({
  ...examined(name, cells),
  role,
  reason: undefined,
});

const field = (name: string, cells: readonly string[], role?: Role, currency?: string): Field =>
  fieldOf(decided(name, cells, role), "x", currency);

describe("the field of a column", () => {
  it.each<[what: string, name: string, cells: string[], rest: Partial<Field>]>([
    ["whole numbers", "x", ["1", "2"], { type: "integer", constraints: { required: true, minimum: 0 } }],
    ["zero", "x", ["0", "2"], { type: "integer", constraints: { required: true, minimum: 0 } }],
    ["negative numbers", "x", ["-1", "2"], { type: "integer", constraints: { required: true } }],
    [
      "the largest Int",
      "x",
      ["2147483647", "-2147483647"],
      { type: "integer", constraints: { required: true } },
    ],
    [
      "more than the largest Int",
      "x",
      ["2147483648", "-1"],
      { type: "number", constraints: { required: true } },
    ],
    [
      "less than the least Int",
      "x",
      ["1", "-2147483648"],
      { type: "number", constraints: { required: true } },
    ],
    ["numbers of which some are missing", "x", ["1.5", ""], { type: "number", constraints: { minimum: 0 } }],
    [
      "numbers of which words stand for missing ones",
      "x",
      ["-1.5", "NA", "?"],
      { type: "number", missingValues: ["", "?", "NA"], constraints: {} },
    ],
    [
      "amounts",
      "x",
      ["€1.250,50"],
      {
        type: "number",
        decimalChar: ",",
        groupChar: ".",
        bareNumber: false,
        constraints: { required: true, minimum: 0 },
      },
    ],
    [
      "quantities",
      "x",
      ["85 m²"],
      { type: "integer", bareNumber: false, unit: "m²", constraints: { required: true, minimum: 0 } },
    ],
    ["years", "year", ["1999"], { type: "year", constraints: { required: true } }],
    ["dates of the standard", "x", ["2016-01-02"], { type: "date", constraints: { required: true } }],
    ["dates", "x", ["13/1/2016"], { type: "date", format: "%d/%m/%Y", constraints: { required: true } }],
    ["true and false", "x", ["true", "FALSE"], { type: "boolean", constraints: { required: true } }],
    [
      "true and false in odd letters",
      "x",
      ["tRUE", "fALSE"],
      {
        type: "boolean",
        trueValues: ["true", "True", "TRUE", "1", "tRUE"],
        falseValues: ["false", "False", "FALSE", "0", "fALSE"],
        constraints: { required: true },
      },
    ],
    ["texts", "x", ["b", "a"], { type: "string", constraints: { required: true, enum: ["a", "b"] } }],
    [
      "texts of which some are missing",
      "x",
      ["b", "NA", "", "null", "NA"],
      {
        type: "string",
        missingValues: ["", "NA", "null"],
        missingCategory: "NA",
        constraints: { enum: ["NA", "b"] },
      },
    ],
  ])("of %s has what its cells tell", (_what, name, cells, rest) => {
    expect(field(name, cells)).toEqual({ name, apiName: "x", ...rest });
  });

  it.each<[role: Role, limit: number]>([
    ["latitude", 90],
    ["longitude", 180],
  ])("of a %s is in degrees, up to %d", (role, limit) => {
    expect(field("y (m)", ["1.5"], role)).toEqual({
      name: "y (m)",
      type: "number",
      role,
      apiName: "x",
      unit: "degrees",
      constraints: { required: true, minimum: -limit, maximum: limit },
    });
  });

  it("of the target has the currency that is given, or that its cells or its name tell, or a unit", () => {
    const unit = (name: string, cells: string[], currency?: string) => {
      const { unit, currency: code } = field(name, cells, "target", currency);
      return [unit, code];
    };

    expect(unit("price", ["€5"])).toEqual(["euros", "EUR"]);
    expect(unit("price", ["€5"], "USD")).toEqual(["US dollars", "USD"]);
    expect(unit("price_gbp", ["5"])).toEqual(["British pounds", "GBP"]);
    expect(unit("price (per m)", ["5"])).toEqual(["per m", undefined]);
    expect(unit("price", ["5"])).toEqual([undefined, undefined]);
  });

  it("of a feature has no currency", () => {
    expect(field("tax_gbp", ["5"], "feature", "USD")).not.toHaveProperty("currency");
  });
});

describe("the field of a column that is left out", () => {
  it("has its type and the reason", () => {
    const column = { ...decided("x", ["13/1/2016"], "ignored"), reason: "excluded by you" };

    expect(ignoredField(column)).toEqual({
      name: "x",
      type: "date",
      format: "%d/%m/%Y",
      role: "ignored",
      reason: "excluded by you",
    });
    expect(ignoredField(decided("x", ["", ""], "ignored"))).toMatchObject({ type: "string", reason: "" });
  });
});

describe("the categories of a column", () => {
  it("are its texts, sorted, with one for all that are missing", () => {
    const of = (cells: readonly string[]) => {
      const profile = profileOf(cells);
      return categoriesOf(profile, missingCellsOf(profile, CATEGORY));
    };

    expect(of(["b", "a", "B", "None"])).toEqual(["B", "None", "a", "b"]);
    expect(of(["b", ""])).toEqual(["", "b"]);
    expect(of(["b", "null", "NA", "NA"])).toEqual(["NA", "b"]);
  });
});
