import { CONSTANT_SPREAD } from "../../model/estimators/feature-spread";
import { kindOf } from "../../model/estimators/kind-of";
import { describeFeatures } from "../../training/describe-features";
import { ordinaryLeastSquares } from "../../training/linear/ordinary-least-squares";
import { score } from "../../training/metrics";
import { predictTable } from "../../training/predict-table";
import { SILENT } from "../../training/progress";
import { trainTestSplit } from "../../training/split";
import otherSplits from "../reference/other-splits.json";
import reference from "../reference/scikit-learn.json";
import { CALIFORNIA, CALIFORNIA_FEATURES } from "../support/california";
import { housingRows } from "../support/read-rows";
import { expectSameModel, type ReferenceModel } from "../support/scikit-learn-model";

function featuresOf({ features }: ReferenceModel): string[] {
  return CALIFORNIA_FEATURES.filter((column) => features.includes(column));
}

describe("the model is scikit-learn's LinearRegression, to 1e-9", () => {
  it.each(otherSplits.splits)("when the seed is $seed and the test size $test_size", async (split) => {
    const { train, test } = trainTestSplit(reference.rows, split.test_size, split.seed);
    for (const expected of [split.models.three_features, split.models.eight_features]) {
      const trainTable = await housingRows(train, featuresOf(expected));
      const testTable = await housingRows(test, featuresOf(expected));
      const { estimator } = await ordinaryLeastSquares.fit(trainTable, split.seed, SILENT);
      const predictor = kindOf(estimator).createPredictor(
        estimator,
        describeFeatures(trainTable),
        CONSTANT_SPREAD,
        CALIFORNIA,
      );
      const [trainScores, testScores] = [trainTable, testTable].map((table) =>
        score(table.target, predictTable(predictor, table).predictions),
      );
      expectSameModel(estimator, { train: trainScores, test: testScores }, expected);
    }
  });
});
