import { readFileSync } from "node:fs";
import {
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isObjectType,
  buildSchema as parseSchema,
  printSchema,
  validateSchema,
} from "graphql";
import type { Table } from "../../../model/table/table";
import { buildSchema, printSortedSchema } from "../../../schema/build-schema";
import { CALIFORNIA } from "../../support/california";
import { EVERY_TYPE, PLACES, tableOf } from "../../support/every-type";

/** The fields of a type, as `name: Type`. */
function fieldsOf(schema: GraphQLSchema, name: string): string[] {
  const type = schema.getType(name);
  if (!isObjectType(type) && !isInputObjectType(type)) throw new Error(`There is no type ${name}.`);
  return Object.values(type.getFields()).map((field) => `${field.name}: ${field.type}`);
}

function valuesOf(schema: GraphQLSchema, name: string) {
  const type = schema.getType(name);
  if (!isEnumType(type)) throw new Error(`There is no enum ${name}.`);
  return type.getValues();
}

/** The schema, having come through its text, as clients read it. */
function validSchema(table: Table): GraphQLSchema {
  const schema = buildSchema(table);
  expect(validateSchema(schema)).toEqual([]);
  expect(printSchema(parseSchema(printSchema(schema)))).toBe(printSchema(schema));
  return schema;
}

describe("the schema of a table", () => {
  it("is the committed text for the table of California", () => {
    expect(printSortedSchema(CALIFORNIA)).toBe(readFileSync("schema/schema.graphql", "utf8"));
  });

  it("has a field for each feature, of the column's type, which is required where the column is", () => {
    expect(fieldsOf(validSchema(tableOf(EVERY_TYPE)), "HouseFeaturesInput")).toEqual([
      "area: Float!",
      "rooms: Int",
      "built: Int",
      "garden: Boolean",
      "sold: Date",
      "style: StyleCategory!",
      "garage: GarageCategory",
      "place: String",
    ]);
  });

  it("has an enum value for each category, which tells the text that it stands for, and is the category's position", () => {
    const values = valuesOf(validSchema(tableOf(EVERY_TYPE)), "StyleCategory");
    expect(values.map(({ name, value, description }) => [name, value, description])).toEqual([
      ["TERRACE", 0, "terrace"],
      ["SEMI_DETACHED", 1, "semi-detached"],
      ["TRUE", 2, "true"],
      ["NULL", 3, "null"],
      ["PROTO", 4, "__proto__"],
      ["_1ST", 5, "1st"],
      ["EMPTY", 6, ""],
      ["ST_ANNE_S", 7, "St Anne's"],
    ]);
  });

  it("describes bounds as users write values", () => {
    const text = printSortedSchema(tableOf(EVERY_TYPE));
    expect(text).toContain("Area. Unit: m². Must be greater than 0.");
    expect(text).toContain("Sold. Must be 2000-01-01 or greater.");
    expect(text).toContain(`One of the ${PLACES.length} texts`);
  });

  it("has amounts in the target's currency, and none where the target is no money", () => {
    const pounds = buildSchema(tableOf(EVERY_TYPE));
    const inPounds = [
      ["HousePricePrediction", "predictedHousePriceGbp: Float!"],
      ["HousePricePrediction", "baselineGbp: Float!"],
      ["PredictionInterval", "lowerGbp: Float!"],
      ["PredictionInterval", "upperGbp: Float!"],
      ["FeatureContribution", "contributionGbp: Float!"],
    ];
    for (const [type, field] of inPounds) expect(fieldsOf(pounds, type)).toContain(field);
    const none = printSchema(
      buildSchema(tableOf(EVERY_TYPE, { name: "rating", type: "number", role: "target" })),
    );
    expect(none).not.toMatch(/Gbp|Usd/);
    expect(none).toContain("in the unit of rating");
  });

  it("does not remember the table before, nor forget it", () => {
    const before = printSortedSchema(CALIFORNIA);
    const other = printSortedSchema(tableOf(EVERY_TYPE));
    expect(other).not.toMatch(/medInc|Usd/);
    expect(printSortedSchema(CALIFORNIA)).toBe(before);
    expect(before).not.toMatch(/StyleCategory|scalar Date\b|Gbp/);
  });
});

describe("a table that is out of the ordinary has a valid schema:", () => {
  it("150 columns", () => {
    const fields = Array.from({ length: 150 }, (_, i) => ({
      name: `Column ${i}`,
      apiName: `column${i}`,
      type: "number",
    }));
    expect(fieldsOf(validSchema(tableOf(fields)), "HouseFeaturesInput")).toHaveLength(150);
  });

  it("40 columns with 60 categories each", () => {
    const fields = Array.from({ length: 40 }, (_, i) => ({
      name: `c${i}`,
      type: "string",
      constraints: { enum: Array.from({ length: 60 }, (_, j) => `${i} × ${j}`) },
    }));
    const schema = validSchema(tableOf(fields));
    expect(valuesOf(schema, "C39Category")).toHaveLength(60);
  });

  it("columns with the names of arguments, types and fields", () => {
    const names = [
      "input",
      "inputs",
      "model",
      "HouseFeaturesInput",
      "Query",
      "typename",
      "__typename_".slice(2),
      "String",
    ];
    const fields = names.map((name) => ({ name, type: "string", constraints: { enum: ["a", "b"] } }));
    const schema = validSchema(tableOf(fields));
    expect(fieldsOf(schema, "HouseFeaturesInput")).toHaveLength(names.length);
  });

  it("columns whose enums would have one name", () => {
    const fields = ["houseStyle", "HouseStyle", "house_style", "_1st", "_"].map((name) => ({
      name,
      type: "string",
      constraints: { enum: ["a"] },
    }));
    expect(fieldsOf(validSchema(tableOf(fields)), "HouseFeaturesInput")).toEqual([
      "houseStyle: HouseStyleCategory",
      "HouseStyle: HouseStyleCategory2",
      "house_style: HouseStyleCategory3",
      "_1st: _1stCategory",
      "_: Category",
    ]);
  });

  it("categories in other scripts, with line breaks, quotes and control characters", () => {
    const categories = [
      "東京",
      "大阪",
      'say """hi"""',
      "a\nb",
      "\u0007",
      "-5",
      "5",
      "<5",
      ">5",
      "A",
      "a",
      "Ä",
    ];
    const fields = [{ name: "c", type: "string", constraints: { enum: categories } }];
    const values = valuesOf(validSchema(tableOf(fields)), "CCategory");
    expect(values.map(({ description }) => description)).toEqual(categories);
    expect(values.map(({ name }) => name)).toEqual([
      "U6771U4EAC",
      "U5927U962A",
      "SAY_HI",
      "A_B",
      "U0007",
      "MINUS_5",
      "_5",
      "LESS_THAN_5",
      "MORE_THAN_5",
      "A",
      "A_2",
      "A_3",
    ]);
  });
});
