import type { Model } from "../../model/model";
import { loadModels } from "../../model/registry/version-reader";
import { type Dataset, loadDataset } from "../../training/data";
import { trainTestSplit } from "../../training/split";
import { splitIntoTables } from "../../training/tables";
import type { TrainingTable } from "../../training/training-table";
import { COMMITTED } from "./committed-models";
import { HOUSING_CSV } from "./housing-csv";
import { loadHousing, rowsOf } from "./housing-table";

/** Every committed model; the test fails where one is broken. */
export async function committedModels(): Promise<readonly Model[]> {
  const { models, refusals: refused } = await loadModels(COMMITTED);
  expect(refused).toEqual([]);
  expect(models.length).toBeGreaterThan(0);
  return models;
}

let loaded: Promise<Dataset> | undefined;

/** The whole data set, loaded once. */
export function housingData(): Promise<Dataset> {
  loaded ??= loadHousing(HOUSING_CSV);
  return loaded;
}

/** The rows of the data set that a model's training held back, made again from its seed and test size. */
export async function testRowsOf(model: Model): Promise<TrainingTable> {
  const { test } = await splitOf(model);
  expect(test.target).toHaveLength(model.file.trainingData.testRows);
  return test;
}

/** The rows of a file that a model's training held back, in the layout of its table. */
export async function heldBackRows({ table, file }: Model, path: string): Promise<TrainingTable> {
  const names = file.features.map((feature) => feature.name);
  const data = await loadDataset(path, table.schema, names);
  return splitIntoTables(data, Int32Array.from(table.features.keys()), file.trainingData).test;
}

/** The rows that a model learned from. */
export async function trainingRowsOf(model: Model): Promise<TrainingTable> {
  const { train } = await splitOf(model);
  expect(train.target).toHaveLength(model.file.trainingData.trainRows);
  return train;
}

async function splitOf({ file }: Model): Promise<{ test: TrainingTable; train: TrainingTable }> {
  const { seed, testSize, sha256 } = file.trainingData;
  const names = file.features.map(({ name }) => name);
  const data = await housingData();
  expect(data.sha256).toBe(sha256);
  const { test, train } = trainTestSplit(data.rows, testSize, seed);
  return { test: rowsOf(data, test, names), train: rowsOf(data, train, names) };
}
