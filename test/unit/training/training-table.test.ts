import { CONSTANT_SPREAD } from "../../../model/estimators/feature-spread";
import { LinearPredictor } from "../../../model/estimators/linear/linear-predictor";
import { CALIFORNIA, FEATURE_COUNT, featureIndex } from "../../../model/features";
import { loadDataset } from "../../../training/data";
import { describeFeatures } from "../../../training/describe-features";
import { predictTable } from "../../../training/predict-table";
import { toTable } from "../../../training/tables";
import { firstLines, writeCsv } from "../../support/housing-csv";

describe("a training table", () => {
  it("holds the same values as columns and as rows of features, absent ones as NaN", async () => {
    const { frame } = await loadDataset(await writeCsv(firstLines(5)), ["AveOccup", "MedInc", "MedHouseVal"]);
    const { columns, rows, target } = toTable(frame, ["AveOccup", "MedInc"]);
    expect(target).toHaveLength(5);
    for (let i = 0; i < 5; i++) {
      expect(rows[i * FEATURE_COUNT + featureIndex("AveOccup")]).toBe(columns[0][i]);
      expect(rows[i * FEATURE_COUNT + featureIndex("MedInc")]).toBe(columns[1][i]);
      expect(rows[i * FEATURE_COUNT + featureIndex("HouseAge")]).toBeNaN();
    }
  });

  it("is predicted row by row", async () => {
    const { frame } = await loadDataset(await writeCsv(firstLines(5)), ["MedInc", "MedHouseVal"]);
    const table = toTable(frame, ["MedInc"]);
    const estimator = { kind: "linear" as const, intercept: 1, coefficients: [2] };
    const predictor = new LinearPredictor(estimator, describeFeatures(table), CONSTANT_SPREAD, CALIFORNIA);
    expect([...predictTable(predictor, table).predictions]).toEqual(
      [...table.columns[0]].map((value) => 1 + 2 * value),
    );
  });
});
