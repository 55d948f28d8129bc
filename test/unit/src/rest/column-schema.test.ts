import { columnSchema } from "../../../../src/rest/column-schema";
import { EVERY_TYPE, PLACES, tableOf } from "../../../support/every-type";

/** The schema of the one feature of a table. */
const schemaOf = (field: object) => columnSchema(tableOf([{ name: "x", ...field }]).features[0]);

describe("the schema of a column", () => {
  it("says the type, and that a value which is not required may be null", () => {
    const types = tableOf(EVERY_TYPE).features.map((column) => columnSchema(column).type);
    expect(types).toEqual([
      "number",
      ["integer", "null"],
      ["integer", "null"],
      ["boolean", "null"],
      ["string", "null"],
      "string",
      ["string", "null"],
      ["string", "null"],
    ]);
  });

  it.each([
    [{}, {}],
    [{ minimum: 1 }, { minimum: 1 }],
    [{ maximum: 9 }, { maximum: 9 }],
    [{ exclusiveMinimum: 0 }, { exclusiveMinimum: 0 }],
    [{ exclusiveMaximum: 9 }, { exclusiveMaximum: 9 }],
    [
      { minimum: 0, exclusiveMaximum: 9 },
      { minimum: 0, exclusiveMaximum: 9 },
    ],
  ])("when the table bounds numbers by %j, then it does so too", (constraints, bounds) => {
    expect(schemaOf({ type: "number", constraints })).toEqual({
      type: ["number", "null"],
      description: "x.",
      ...bounds,
    });
  });

  it("lists categories, with null unless one is required; but not very many", () => {
    const field = { type: "string", constraints: { enum: ["a", "b"], required: true } };
    expect(schemaOf(field)).toEqual({ type: "string", description: "x.", enum: ["a", "b"] });
    expect(schemaOf({ ...field, constraints: { enum: ["a", "b"] } }).enum).toEqual(["a", "b", null]);
    expect(schemaOf({ ...field, constraints: { enum: PLACES } })).toEqual({
      type: ["string", "null"],
      description: "x.",
    });
  });

  it("of booleans has neither bounds nor categories", () => {
    expect(schemaOf({ type: "boolean" })).toEqual({ type: ["boolean", "null"], description: "x." });
  });
});

describe("the description of a column", () => {
  it.each([
    [{ label: "area" }, "area."],
    [{ label: "area", description: "Living area" }, "Living area."],
    [{ description: "Is it large?" }, "Is it large?"],
    [{ description: "Large!" }, "Large!"],
    [{ description: "Living area.", unit: "m²" }, "Living area. Unit: m²."],
    [{ constraints: { minimum: 1 } }, "x."],
  ])("that the table tells of as %j", (field, description) => {
    expect(schemaOf({ type: "number", ...field }).description).toBe(description);
  });

  it.each([
    [{}, "x."],
    [{ minimum: "2000-01-01" }, "x. Must be 2000-01-01 or greater."],
    [{ maximum: "2020-01-01" }, "x. Must be 2020-01-01 or less."],
  ])("of dates within %j has their bounds, which JSON Schema cannot say", (constraints, description) => {
    expect(schemaOf({ type: "date", constraints })).toEqual({
      type: ["string", "null"],
      format: "date",
      description,
    });
  });
});
