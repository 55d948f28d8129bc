import type { Field } from "../../../../model/table/schema-format";
import { findSchemaProblem } from "../../../../model/table/schema-problem";

const AREA: Field = { name: "area", type: "number" };
const PRICE: Field = { name: "price", type: "number", role: "target" };

const problemOf = (...fields: readonly Field[]) => {
  const found = findSchemaProblem({ name: "houses", fields: [...fields] });
  return found && `${found.path}: ${found.problem}`;
};

/** The problem of a table with this column before the target. */
const problemWith = (field: Omit<Field, "name">) => problemOf({ name: "x", ...field }, PRICE);

describe("names", () => {
  it("are unique, in the file and in the API", () => {
    expect(problemOf(AREA, AREA, PRICE)).toBe('fields.1.name: two columns have the name "area"');
    expect(problemOf(AREA, { ...AREA, name: "Area", apiName: "area" }, PRICE)).toBe(
      'fields.1.apiName: two columns have the apiName "area"',
    );
    expect(problemOf({ ...AREA, apiName: "price" }, PRICE)).toBe(
      'fields.0.apiName: "price" is the name of another column',
    );
  });

  it.each(["living area", "1st", "", "__proto__x", "constructor", "toString"])(
    "are names of GraphQL fields in the API: %j",
    (name) => {
      expect(problemOf({ ...AREA, name }, PRICE)).toBe(
        `fields.0.apiName: "${name}" is not a valid GraphQL field name: give the column an apiName`,
      );
    },
  );

  it("may be any where the API does not use them", () => {
    expect(problemOf(AREA, { ...AREA, name: "living area", role: "ignored" }, PRICE)).toBeUndefined();
    expect(problemOf(AREA, { ...PRICE, name: "price in €" })).toBeUndefined();
    expect(problemOf({ ...AREA, name: "area", apiName: "area" }, PRICE)).toBeUndefined();
  });
});

describe("roles", () => {
  it("include exactly one target", () => {
    const rule = 'columns have the role "target": exactly one must have it';
    expect(problemOf(AREA)).toBe(`fields: 0 ${rule}`);
    expect(problemOf(PRICE, { ...PRICE, name: "rent" })).toBe(`fields: 2 ${rule}`);
  });

  it("include both coordinates of a location, or none", () => {
    const north: Field = { name: "north", type: "number", role: "latitude" };
    const east: Field = { name: "east", type: "number", role: "longitude" };
    const other = { ...north, name: "y" };
    const rule = "a location needs one of each";
    expect(problemOf(north, east, PRICE)).toBeUndefined();
    expect(problemOf(north, PRICE)).toContain(
      `fields: 1 columns have the role "latitude" and 0 the role "longitude": ${rule}`,
    );
    expect(problemOf(east, PRICE)).toContain(rule);
    expect(problemOf(north, other, east, { ...east, name: "x" }, PRICE)).toContain(rule);
  });

  it.each(["target", "latitude", "longitude"] as const)("are for numbers: %s", (role) => {
    const field: Field = { name: "x", type: "date", role };
    const others: Field[] = [
      ...(role === "target" ? [] : [PRICE]),
      ...(role === "latitude" ? [{ ...AREA, role: "longitude" as const }] : []),
      ...(role === "longitude" ? [{ ...AREA, role: "latitude" as const }] : []),
    ];
    expect(problemOf(field, ...others)).toBe(
      `fields.0.type: the ${role} must be of type number or integer (column "x")`,
    );
    expect(problemOf({ ...field, type: "integer" }, ...others)).toBeUndefined();
  });
});

describe("a column", () => {
  it.each<[Omit<Field, "name">, string | undefined]>([
    [{ type: "number", currency: "EUR" }, "currency: only the target can have a currency and a scale"],
    [{ type: "number", scale: 10 }, "scale: only the target can have a currency and a scale"],
    [
      { type: "number", constraints: { enum: ["1"] } },
      "constraints.enum: only columns of type string have categories",
    ],
    [
      { type: "string", constraints: { enum: ["a", " b"] } },
      'constraints.enum: " b" has leading or trailing blanks, which are removed from cells',
    ],
    [{ type: "string", constraints: { enum: ["a", ""] } }, undefined],
    [{ type: "number", missingCategory: "a" }, "missingCategory: only columns of type string can have it"],
    [
      { type: "string", missingCategory: "c", constraints: { enum: ["a", "b"] } },
      'missingCategory: "c" is not one of the categories in enum',
    ],
    [{ type: "string", missingCategory: "b", constraints: { enum: ["a", "b"] } }, undefined],
    [{ type: "string", missingCategory: "b" }, undefined],
    [{ type: "number", groupChar: "." }, "groupChar: it is the same as decimalChar"],
    [{ type: "integer", groupChar: ",", decimalChar: "," }, "groupChar: it is the same as decimalChar"],
    [{ type: "number", groupChar: ",", decimalChar: "." }, undefined],
    [
      { type: "date", format: "%d.%m." },
      'format: "%d.%m." is not a date pattern with a year, such as %d/%m/%Y',
    ],
  ])("without contradiction: %j", (field, problem) => {
    expect(problemWith(field)).toBe(problem && `fields.0.${problem} (column "x")`);
  });
});

describe("bounds", () => {
  it.each<[Omit<Field, "name">, string | undefined]>([
    [{ type: "number", constraints: { minimum: 0, maximum: 0 } }, undefined],
    [
      { type: "number", constraints: { minimum: 1, maximum: 0 } },
      "constraints: no value is within the bounds",
    ],
    [
      { type: "number", constraints: { minimum: 1, exclusiveMaximum: 0 } },
      "constraints: no value is within the bounds",
    ],
    [
      { type: "number", constraints: { exclusiveMinimum: 1, maximum: 0 } },
      "constraints: no value is within the bounds",
    ],
    [
      { type: "number", constraints: { exclusiveMinimum: 1, exclusiveMaximum: 1 } },
      "constraints: no value is within the bounds",
    ],
    [{ type: "number", constraints: { exclusiveMinimum: 1, exclusiveMaximum: 2 } }, undefined],
    [{ type: "number", constraints: { minimum: "many" } }, 'constraints.minimum: "many" is not a number'],
    [{ type: "number", constraints: { exclusiveMaximum: "12" } }, undefined],
    [
      { type: "boolean", constraints: { minimum: 0 } },
      "constraints.minimum: a column of type boolean cannot have bounds",
    ],
    [
      { type: "string", constraints: { maximum: 3 } },
      "constraints.maximum: a column of type string cannot have bounds",
    ],
    [
      { type: "date", constraints: { minimum: 2000 } },
      'constraints.minimum: "2000" is not a date in the format %Y-%m-%d',
    ],
    [
      { type: "date", constraints: { minimum: "2000-01-01", maximum: "1999-12-31" } },
      "constraints: no value is within the bounds",
    ],
    [{ type: "date", constraints: { minimum: "2000-01-01", maximum: "2000-01-01" } }, undefined],
  ])("leave room for a value, and are values of the column: %j", (field, problem) => {
    expect(problemWith(field)).toBe(problem && `fields.0.${problem} (column "x")`);
  });
});
