import { type GraphQLSchema, isObjectType } from "graphql";
import { buildSchema } from "../../../schema/build-schema";
import { CALIFORNIA } from "../../support/california";
import { EVERY_TYPE, tableOf } from "../../support/every-type";

function rangeOf(schema: GraphQLSchema): string[] {
  const type = schema.getType("FeatureInfo");
  if (!isObjectType(type)) throw new Error("There is no FeatureInfo.");
  const { min, max, mean } = type.getFields();
  return [min, max, mean].map((field) => `${field.type}: ${field.description}`);
}

describe("the range of a feature", () => {
  it("may be null in a table with categories", () => {
    expect(rangeOf(buildSchema(tableOf(EVERY_TYPE)))).toEqual([
      "Float: Smallest value in the training rows, in the feature's unit; null for categories.",
      "Float: Largest value in the training rows, in the feature's unit; null for categories.",
      "Float: Mean of the training rows, in the feature's unit; null for categories.",
    ]);
  });

  it("is never null in a table without, of which some columns are true or false, or dates", () => {
    const fields = [
      { name: "area", type: "number" },
      { name: "pool", type: "boolean" },
      { name: "sold", type: "date" },
    ];
    for (const table of [tableOf(fields), CALIFORNIA]) {
      expect(rangeOf(buildSchema(table))).toEqual([
        "Float!: Smallest value in the training rows, in the feature's unit.",
        "Float!: Largest value in the training rows, in the feature's unit.",
        "Float!: Mean of the training rows, in the feature's unit.",
      ]);
    }
  });
});
