import { formatReport } from "../../../../cli/train/report";
import { committedSpatial } from "../../../support/committed-spatial";

describe("the report of spatial", () => {
  const report = formatReport(committedSpatial().model.file);

  it("prints the scores by both kinds of folds", () => {
    expect(report).toMatch(/5-fold, random +│ 20640/);
    expect(report).toMatch(/5-fold, spatial-block +│ 20640/);
  });

  it("prints how far each group of features moves the prediction, the farthest first", () => {
    expect(report).toMatch("group (of 1483 columns)");
    expect(report.indexOf("location")).toBeLessThan(report.indexOf("income × rooms"));
    expect(report).not.toMatch("coefficient");
  });
});
