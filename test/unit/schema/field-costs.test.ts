import { ModelCatalogue } from "../../../model/registry/catalogue";
import { fieldCosts, listLengths } from "../../../schema/field-costs";
import { CALIFORNIA } from "../../support/california";
import { tableOf } from "../../support/every-type";
import { modelVariant } from "../../support/model-variants";

const wide = (columns: number) =>
  tableOf(Array.from({ length: columns }, (_, i) => ({ name: `x${i}`, type: "number" })));

describe("the cost of a row", () => {
  it.each([
    [1, 10],
    [8, 10],
    [9, 11],
    [100, 120],
  ])("grows with the table: %d columns", (columns, cost) => {
    const { row, fields } = fieldCosts(wide(columns));
    expect([row, fields["Query.predictHousePrice"]]).toEqual([cost, cost]);
    expect(fields["ExampleHouse.input"]).toBe(2 * columns);
  });

  it.each([
    [1, 36, 4],
    [8, 40, 4],
    [9, 40, 5],
    [20, 46, 16],
    [200, 136, 16],
  ])("has contributions and problems of each column: %d", (columns, contributions, message) => {
    const { fields } = fieldCosts(wide(columns));
    expect(fields["HousePricePrediction.contributions"]).toBe(contributions);
    expect(fields["InvalidHouseFeatures.message"]).toBe(message);
  });

  it("is the same for other fields, whatever the table", () => {
    expect(fieldCosts(wide(1)).fields["HousePricePrediction.interval"]).toBe(
      fieldCosts(wide(200)).fields["HousePricePrediction.interval"],
    );
  });
});

describe("the lengths of lists", () => {
  const catalogue = new ModelCatalogue([modelVariant("small", 1, 0.8), modelVariant("large", 1, 0.7, 8)]);
  const lengths = listLengths(catalogue, CALIFORNIA);

  it("are those of the largest model", () => {
    expect(lengths).toMatchObject({
      "Query.models": 2,
      "HousePricePrediction.contributions": 8,
      "FeatureContribution.features": 1,
      "HousePricePrediction.warnings": 10,
      "ModelInfo.features": 8,
      "ModelInfo.columns": 8,
      "ColumnInfo.categories": 0,
      "ColumnInfo.quantiles": 19,
      "InvalidHouseFeatures.fields": 8,
    });
  });

  it("are measured once for each catalogue", () => {
    expect(listLengths(catalogue, CALIFORNIA)).toBe(lengths);
    expect(listLengths(new ModelCatalogue([], { table: CALIFORNIA }), CALIFORNIA)["Query.models"]).toBe(0);
  });
});
