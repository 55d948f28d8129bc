import { readFileSync } from "node:fs";
import { sha256 } from "../../model/file/checksum";
import type { Model } from "../../model/model";
import { trainTestSplit } from "../../training/split";
import { type TrainingTable, takeRows } from "../../training/training-table";
import { HOUSING_CSV } from "./housing-csv";
import { housingRows, readRows } from "./read-rows";

/** The rows of the data set that a model's training held back, made again from its seed and test size. */
export async function testRowsOf(model: Model): Promise<TrainingTable> {
  const test = await housingRows(splitOf(model).test);
  expect(test.target).toHaveLength(model.file.trainingData.testRows);
  return test;
}

/** The rows that a model learned from. */
export async function trainingRowsOf(model: Model): Promise<TrainingTable> {
  const training = await housingRows(splitOf(model).train);
  expect(training.target).toHaveLength(model.file.trainingData.trainRows);
  return training;
}

/** The rows of a file that a model's training held back, in the layout of its table. */
export async function heldBackRows({ table, file }: Model, path: string): Promise<TrainingTable> {
  const { seed, testSize } = file.trainingData;
  const all = await readRows(path, table);
  return takeRows(all, trainTestSplit(all.target.length, testSize, seed).test);
}

function splitOf({ file }: Model) {
  const { seed, testSize, sha256: digest, trainRows, testRows } = file.trainingData;
  expect(sha256(readFileSync(HOUSING_CSV))).toBe(digest);
  return trainTestSplit(trainRows + testRows, testSize, seed);
}
