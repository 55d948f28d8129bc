import { CONSTANT_SPREAD } from "../../../model/estimators/feature-spread";
import { LinearPredictor } from "../../../model/estimators/linear/linear-predictor";
import { describeFeatures } from "../../../training/describe-features";
import { predictTable } from "../../../training/predict-table";
import { columnOf } from "../../../training/training-table";
import { CALIFORNIA } from "../../support/california";
import { firstLines, writeCsv } from "../../support/housing-csv";
import { loadHousing, rowsOf } from "../../support/housing-table";

describe("a training table", () => {
  it("holds the same values as columns and as rows of features, absent ones as NaN", async () => {
    const withoutAge = firstLines(5).map((line) => line.split(",").toSpliced(1, 1).join(","));
    const data = await loadHousing(await writeCsv(withoutAge), ["AveOccup", "MedInc"]);
    const table = rowsOf(data, undefined, ["AveOccup", "MedInc"]);
    const { rows, target } = table;
    const columns = Array.from(table.features, (feature) => columnOf(table, feature));
    expect(target).toHaveLength(5);
    for (let i = 0; i < 5; i++) {
      expect(rows[i * CALIFORNIA.width + CALIFORNIA.indexOf("AveOccup")]).toBe(columns[0][i]);
      expect(rows[i * CALIFORNIA.width + CALIFORNIA.indexOf("MedInc")]).toBe(columns[1][i]);
      expect(rows[i * CALIFORNIA.width + CALIFORNIA.indexOf("HouseAge")]).toBeNaN();
    }
  });

  it("is predicted row by row", async () => {
    const table = rowsOf(await loadHousing(await writeCsv(firstLines(5))), undefined, ["MedInc"]);
    const estimator = {
      kind: "linear" as const,
      rows: 5,
      intercept: 1,
      terms: [{ feature: "MedInc", coefficient: 2 }],
    };
    const predictor = new LinearPredictor(estimator, describeFeatures(table), CONSTANT_SPREAD, CALIFORNIA);
    expect([...predictTable(predictor, table).predictions]).toEqual(
      [...columnOf(table, table.features[0])].map((value) => 1 + 2 * value),
    );
  });
});
