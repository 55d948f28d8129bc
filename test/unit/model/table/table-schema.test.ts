import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { HousePriceError } from "../../../../model/errors";
import type { TableSchema } from "../../../../model/table/schema-format";
import {
  checkTableSchema,
  parseTableSchema,
  readTableSchema,
  schemaPathOf,
} from "../../../../model/table/table-schema";
import { refusalOf } from "../../../support/refusal";
import { temporaryDirectory } from "../../../support/temporary-directory";

const CALIFORNIA = "data/california_housing.schema.json";

const target = { name: "price", type: "number", role: "target" };
const problemOf = async (schema: unknown) => {
  const { code, message } = await refusalOf(() => checkTableSchema(schema, "houses.schema.json"));
  expect(code).toBe("SCHEMA_INVALID");
  return message;
};
const problemOfFields = (...fields: readonly object[]) => problemOf({ fields: [...fields, target] });

describe("the schema of a table", () => {
  it("is the file of that name beside it", () => {
    expect(schemaPathOf("a/houses.csv")).toBe("a/houses.schema.json");
    expect(schemaPathOf("a/houses.TSV")).toBe("a/houses.schema.json");
    expect(schemaPathOf("a.b/houses")).toBe("a.b/houses.schema.json");
  });

  it("is read from its file, with what other tools have added", async () => {
    const path = join(await temporaryDirectory(), "houses.schema.json");
    await writeFile(
      path,
      `\uFEFF${JSON.stringify({ fields: [target], foreignKeys: [], "x-tool": { a: 1 } })}`,
    );
    expect(await readTableSchema(path)).toEqual({ fields: [target] });
  });

  it("is undefined if the file does not exist", async () => {
    expect(await readTableSchema(join(await temporaryDirectory(), "none.schema.json"))).toBeUndefined();
  });

  it("is unreadable where the file is a directory, or no UTF-8", async () => {
    const folder = await temporaryDirectory();
    await mkdir(join(folder, "a.schema.json"));
    await writeFile(join(folder, "b.schema.json"), Buffer.from([0x7b, 0xe4, 0x7d]));
    for (const name of ["a.schema.json", "b.schema.json"]) {
      const { code, message } = await refusalOf(() => readTableSchema(join(folder, name)));
      expect([code, message.includes(name)]).toEqual(["SCHEMA_UNREADABLE", true]);
    }
  });

  it("is invalid where the file is nested deeper than any schema, before it is parsed", async () => {
    const path = join(await temporaryDirectory(), "deep.schema.json");
    await writeFile(path, "[".repeat(1_000_000));
    const { code, message } = await refusalOf(() => readTableSchema(path));
    expect(code).toBe("SCHEMA_INVALID");
    expect(message).toContain("levels of nesting");
  });
});

describe("when a schema contradicts itself, the message names the place and what would be right", () => {
  it.each<[what: string, fields: readonly object[], message: string]>([
    ["a type that there is not", [{ name: "a", type: "money" }], "at fields.0.type: Expected one of number"],
    [
      "a name twice",
      [
        { name: "a", type: "year" },
        { name: "a", type: "date" },
      ],
      'at fields.1.name: two columns have the name "a"',
    ],
    [
      "an apiName twice",
      [
        { name: "a", type: "year", apiName: "x" },
        { name: "b", type: "date", apiName: "x" },
      ],
      'at fields.1.apiName: two columns have the apiName "x"',
    ],
    [
      "an apiName that is the name of another column",
      [
        { name: "Area", type: "number", apiName: "area" },
        { name: "area", type: "number", role: "ignored" },
      ],
      'at fields.0.apiName: "area" is the name of another column',
    ],
    [
      "an apiName for GraphQL alone",
      [{ name: "a", type: "year", apiName: "__a" }],
      "at fields.0.apiName: Expected a GraphQL name",
    ],
    [
      "a name that GraphQL cannot have, and no apiName",
      [{ name: "1st Flr SF", type: "number" }],
      'at fields.0.apiName: "1st Flr SF" is not a valid GraphQL field name',
    ],
    [
      "an apiName that every object has",
      [{ name: "Builder", type: "number", apiName: "constructor" }],
      'at fields.0.apiName: "constructor" is not a valid GraphQL field name',
    ],
    ["a second target", [{ name: "a", type: "number", role: "target" }], '2 columns have the role "target"'],
    [
      "half a location",
      [{ name: "a", type: "number", role: "latitude" }],
      '1 columns have the role "latitude" and 0',
    ],
    [
      "a location in words",
      [
        { name: "a", type: "string", role: "latitude" },
        { name: "b", type: "number", role: "longitude" },
      ],
      "at fields.0.type: the latitude must be",
    ],
    [
      "a currency of a feature",
      [{ name: "a", type: "number", currency: "EUR" }],
      "at fields.0.currency: only the target",
    ],
    [
      "a scale of a feature",
      [{ name: "a", type: "number", scale: 10 }],
      "at fields.0.scale: only the target",
    ],
    [
      "categories of numbers",
      [{ name: "a", type: "number", constraints: { enum: ["1"] } }],
      "at fields.0.constraints.enum: only columns of type string have categories",
    ],
    [
      "a category twice",
      [{ name: "a", type: "string", constraints: { enum: ["x", "x"] } }],
      "at fields.0.constraints.enum: A category is listed twice",
    ],
    [
      "a category with blanks",
      [{ name: "a", type: "string", constraints: { enum: ["x "] } }],
      'at fields.0.constraints.enum: "x " has leading or trailing blanks',
    ],
    [
      "a missing category of its own",
      [{ name: "a", type: "string", missingCategory: "z", constraints: { enum: ["x"] } }],
      'at fields.0.missingCategory: "z" is not one',
    ],
    [
      "a missing category of numbers",
      [{ name: "a", type: "number", missingCategory: "z" }],
      "at fields.0.missingCategory: only columns of type string can have it",
    ],
    [
      "one sign for two things",
      [{ name: "a", type: "number", decimalChar: ",", groupChar: "," }],
      "at fields.0.groupChar: it is the same",
    ],
    [
      "a date without a year",
      [{ name: "a", type: "date", format: "%d/%m" }],
      'at fields.0.format: "%d/%m" is not a date pattern',
    ],
    [
      "a bound of another type",
      [{ name: "a", type: "date", constraints: { minimum: "May" } }],
      'at fields.0.constraints.minimum: "May" is not a date in the format %Y-%m-%d',
    ],
    [
      "a number as the bound of a date",
      [{ name: "a", type: "date", constraints: { maximum: 3 } }],
      'at fields.0.constraints.maximum: "3" is not a date',
    ],
    [
      "bounds of a category",
      [{ name: "a", type: "string", constraints: { minimum: 3 } }],
      "at fields.0.constraints.minimum: a column of type string cannot have bounds",
    ],
    [
      "bounds that nothing is within",
      [{ name: "a", type: "number", constraints: { minimum: 3, exclusiveMaximum: 2 } }],
      "at fields.0.constraints: no value is within the bounds",
    ],
  ])("of %s", async (_what, fields, message) => {
    expect(await problemOfFields(...fields)).toContain(message);
  });

  it("of a file that is no object, or no JSON", async () => {
    expect(await problemOf("fields")).toContain("at the whole file");
    expect(await problemOf([])).toContain("at fields: ");
    const { message } = await refusalOf(() => parseTableSchema("{fields}", "houses.schema.json"));
    expect(message).toContain("it is not JSON");
  });

  it("of more columns than a table may have, before it looks at any", async () => {
    const fields = Array.from({ length: 100_000 }, () => ({}));
    expect(await problemOf({ fields })).toContain("at fields: Expected at most 1000 items");
  });
});

describe("whatever is in a schema file", () => {
  const json = fc.jsonValue({ maxDepth: 3 });

  async function expectVerdict(schema: unknown): Promise<boolean> {
    try {
      checkTableSchema(schema, "houses.schema.json");
      return true;
    } catch (error) {
      if (!(error instanceof HousePriceError)) throw error;
      expect(error.code).toBe("SCHEMA_INVALID");
      expect(error.message).toMatch(
        /^houses\.schema\.json is not a valid table schema: at (the whole file|[\w.]+): ./,
      );
      return false;
    }
  }

  it("is a schema, or is refused with a path", async () => {
    await fc.assert(fc.asyncProperty(json, async (schema) => void (await expectVerdict(schema))));
  });

  it("is a schema, or is refused with a path, also where it is nearly one", async () => {
    const california: TableSchema = JSON.parse(await readFile(CALIFORNIA, "utf8"));
    const properties = [
      "name",
      "type",
      "format",
      "role",
      "apiName",
      "unit",
      "currency",
      "scale",
      "constraints",
      "missingValues",
      "missingCategory",
      "decimalChar",
      "groupChar",
      "trueValues",
      "__proto__",
    ];
    const value = fc.oneof(
      json,
      fc.constantFrom(
        "number",
        "date",
        "string",
        "target",
        "ignored",
        "Latitude",
        { enum: ["a"] },
        { minimum: "x" },
        ["NA"],
      ),
    );
    const verdicts = { true: 0, false: 0 };
    await fc.assert(
      fc.asyncProperty(fc.nat(8), fc.constantFrom(...properties), value, async (i, property, changed) => {
        const fields = california.fields.map((field, j) =>
          j === i ? JSON.parse(JSON.stringify({ ...field, [property]: changed })) : field,
        );
        verdicts[`${await expectVerdict({ ...california, fields })}`]++;
      }),
      { numRuns: 1000 },
    );
    // Both verdicts were seen.
    expect(Math.min(verdicts.true, verdicts.false)).toBeGreaterThan(0);
  });
});
