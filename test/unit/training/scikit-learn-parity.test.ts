import { readFile } from "node:fs/promises";
import { CONSTANT_SPREAD } from "../../../model/estimators/feature-spread";
import { kindOf } from "../../../model/estimators/kind-of";
import { sha256 } from "../../../model/file/checksum";
import { readModel } from "../../../model/file/read-model";
import { trainTestSplit } from "../../../training/split";
import otherSplits from "../../reference/other-splits.json";
import reference from "../../reference/scikit-learn.json";
import { CALIFORNIA } from "../../support/california";
import { expectParity } from "../../support/closeness";
import { committedFile } from "../../support/committed-models";
import { HOUSING_CSV } from "../../support/housing-csv";
import { housingRows } from "../../support/read-rows";
import { expectSameModel } from "../../support/scikit-learn-model";

const ROWS = reference.rows;

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
    const { rows } = await housingRows();
    const predictions = expected.test_row_predictions.map(({ row }) => {
      predictor.read(rows, row * CALIFORNIA.width);
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

it("the reference was made from the data that is trained on", async () => {
  expect(sha256(await readFile(HOUSING_CSV))).toBe(reference.csv_sha256);
  expect((await housingRows()).target).toHaveLength(ROWS);
});
