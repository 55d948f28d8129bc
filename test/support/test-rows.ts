import { FEATURES, TARGET } from "../../model/features";
import type { Model } from "../../model/model";
import { loadModels } from "../../model/model-directory";
import { type Dataset, loadDataset, selectRows } from "../../training/data";
import { trainTestSplit } from "../../training/split";
import { type TrainingTable, toTrainingTable } from "../../training/training-table";
import { COMMITTED } from "./committed-models";
import { HOUSING_CSV } from "./housing-csv";

/** Every committed model; the test fails where one is broken. */
export async function committedModels(): Promise<readonly Model[]> {
  const { models, refused } = await loadModels(COMMITTED);
  expect(refused).toEqual([]);
  expect(models.length).toBeGreaterThan(0);
  return models;
}

let loaded: Promise<Dataset> | undefined;

/** The whole data set, loaded once. */
export function housingData(): Promise<Dataset> {
  loaded ??= loadDataset(HOUSING_CSV, [...FEATURES.map(({ column }) => column), TARGET.name]);
  return loaded;
}

/** The rows of the data set that a model's training held back, made again from its seed and test size. */
export async function testRowsOf({ file }: Model): Promise<TrainingTable> {
  const { seed, testSize, sha256, testRows } = file.trainingData;
  const names = file.features.map(({ name }) => name);
  const data = await housingData();
  expect(data.sha256).toBe(sha256);
  const { test } = trainTestSplit(data.rows, testSize, seed);
  expect(test).toHaveLength(testRows);
  return toTrainingTable(selectRows(data.frame, test), names, TARGET.name);
}
