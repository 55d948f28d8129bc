import type { Estimator } from "../../../model/estimators/estimator-kind";
import { CONSTANT_SPREAD } from "../../../model/estimators/feature-spread";
import { kindOf } from "../../../model/estimators/kind-of";
import { linear } from "../../../model/estimators/linear/linear-kind";
import { sha256 } from "../../../model/file/checksum";
import type { ModelContent } from "../../../model/file/format";
import type { Scores } from "../../../model/file/metrics-format";
import { readModel } from "../../../model/file/read-model";
import type { Dataset } from "../../../training/data";
import { describeFeatures } from "../../../training/describe-features";
import { ordinaryLeastSquares } from "../../../training/linear/ordinary-least-squares";
import { score } from "../../../training/metrics";
import { predictTable } from "../../../training/predict-table";
import { SILENT } from "../../../training/progress";
import { trainTestSplit } from "../../../training/split";
import otherSplits from "../../reference/other-splits.json";
import reference from "../../reference/scikit-learn.json";
import { CALIFORNIA, CALIFORNIA_FEATURES } from "../../support/california";
import { expectParity } from "../../support/closeness";
import { committedFile } from "../../support/committed-models";
import { HOUSING_CSV } from "../../support/housing-csv";
import { loadHousing, rowsOf } from "../../support/housing-table";

const ROWS = reference.rows;

let data: Dataset;

beforeAll(async () => {
  data = await loadHousing(HOUSING_CSV);
});

/** What both references say of one model. */
interface ReferenceModel {
  readonly features: readonly string[];
  readonly coefficients: readonly number[];
  readonly intercept: number;
  readonly train: { readonly r2: number; readonly rmse: number; readonly mae: number };
  readonly test: { readonly r2: number; readonly rmse: number; readonly mae: number };
}

function columnsOf({ features }: ReferenceModel): string[] {
  return CALIFORNIA_FEATURES.filter((column) => features.includes(column));
}

const asList = ({ r2, rmse, mae }: Pick<Scores, "r2" | "rmse" | "mae">) => [r2, rmse, mae];

function expectSameModel(
  estimator: Estimator,
  metrics: Pick<ModelContent["metrics"], "train" | "test">,
  expected: ReferenceModel,
): void {
  if (!linear.owns(estimator)) throw new Error("a linear model is expected");
  expectParity(
    estimator.terms.map(({ coefficient }) => coefficient),
    expected.coefficients,
  );
  expectParity([estimator.intercept], [expected.intercept]);
  expectParity(asList(metrics.train), asList(expected.train));
  expectParity(asList(metrics.test), asList(expected.test));
}

const rowsSha256 = (rows: Int32Array) => sha256(rows.join(","));

describe("the split is scikit-learn's train_test_split, row for row", () => {
  it("when the documented seed and test size are taken", () => {
    const { train, test } = trainTestSplit(ROWS, 0.2, 42);
    const { split } = reference;
    expect([train.length, test.length]).toEqual([split.train_rows, split.test_rows]);
    expect([...train.slice(0, split.train_first.length)]).toEqual(split.train_first);
    expect([...train.slice(-split.train_last.length)]).toEqual(split.train_last);
    expect([...test.slice(0, split.test_first.length)]).toEqual(split.test_first);
    expect([...test.slice(-split.test_last.length)]).toEqual(split.test_last);
    expect(rowsSha256(train)).toBe(split.train_index_sha256);
    expect(rowsSha256(test)).toBe(split.test_index_sha256);
  });

  it.each(reference.other_splits)("when the seed is $random_state and the test size $test_size", (other) => {
    const { test } = trainTestSplit(ROWS, other.test_size, other.random_state);
    expect(test).toHaveLength(other.test_rows);
    expect([...test.slice(0, other.test_first.length)]).toEqual(other.test_first);
  });

  it.each(otherSplits.splits)(
    "to the last row when the seed is $seed and the test size $test_size",
    (split) => {
      const { train, test } = trainTestSplit(ROWS, split.test_size, split.seed);
      expect(rowsSha256(train)).toBe(split.train_index_sha256);
      expect(rowsSha256(test)).toBe(split.test_index_sha256);
    },
  );
});

describe("the model is scikit-learn's LinearRegression, to 1e-9", () => {
  it.each(otherSplits.splits)("when the seed is $seed and the test size $test_size", async (split) => {
    const { train, test } = trainTestSplit(ROWS, split.test_size, split.seed);
    for (const expected of [split.models.three_features, split.models.eight_features]) {
      const [trainTable, testTable] = [train, test].map((rows) => rowsOf(data, rows, columnsOf(expected)));
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

describe("the committed models are scikit-learn's", () => {
  // That they are what the documented commands give is a test of test/system/training-command.test.ts.
  it.each([
    [1, reference.models.three_features],
    [2, reference.models.eight_features],
  ])("in the coefficients and metrics of version %d", (version, expected) => {
    const { features, estimator, metrics } = committedFile(version);
    expect(features.map(({ name }) => name)).toEqual(expected.features);
    expectSameModel(estimator, metrics, expected);
  });

  it.each([
    [1, reference.models.three_features],
    [2, reference.models.eight_features],
  ])("in what version %d predicts for the first rows of the test set", async (version, expected) => {
    const { file } = await readModel(`model/trained/linear/${version}/model.json`);
    const predictor = kindOf(file.estimator).createPredictor(
      file.estimator,
      file.features,
      CONSTANT_SPREAD,
      CALIFORNIA,
    );
    const predictions = expected.test_row_predictions.map(({ row }) => {
      predictor.read(rowsOf(data, Int32Array.of(row)).rows, 0);
      return predictor.prediction();
    });
    expectParity(
      predictions,
      expected.test_row_predictions.map(({ prediction }) => prediction),
    );
  });

  it("in what version 1 predicts for the guide's example", async () => {
    const model = await readModel("model/trained/linear/1/model.json");
    const row = new Float64Array(CALIFORNIA.width);
    CALIFORNIA.writeRow({ medInc: 3.5, aveRooms: 5, aveOccup: 2 }, row);
    expectParity([model.predict(row)], [reference.models.three_features.example.prediction]);
  });
});

it("the reference was made from the data that is trained on", () => {
  expect(data.sha256).toBe(reference.csv_sha256);
  expect(data.rows).toBe(ROWS);
});
