import { ModelCatalogue } from "../../../../model/registry/catalogue";
import { comparisonChart } from "../../../../src/models/model-comparison";
import { modelVariant } from "../../../support/model-variants";

describe("the chart of the models", () => {
  it("has a row for each, the one with the smallest error first, and a mark for each cross-validation", () => {
    const models = [modelVariant("linear", 1, 0.8), modelVariant("other", 1, 0.7, 8)];
    const chart = comparisonChart(new ModelCatalogue(models));
    expect(chart.indexOf("other@1")).toBeGreaterThan(0);
    expect(chart.indexOf("linear@1")).toBeGreaterThan(chart.indexOf("other@1"));
    const marks = models.flatMap(({ file }) => file.metrics.crossValidation).length;
    // Two more in the legend.
    expect(chart.match(/<circle/g)).toHaveLength(marks + 2);
  });

  it("stays small where many models are served, and is there without any", () => {
    const many = Array.from({ length: 60 }, (_, i) => modelVariant("linear", i + 1, 0.8));
    expect(comparisonChart(new ModelCatalogue(many)).match(/linear@/g)).toHaveLength(20);
    expect(comparisonChart(new ModelCatalogue([]))).toMatch(/^<svg .*<\/svg>\n$/s);
  });
});
