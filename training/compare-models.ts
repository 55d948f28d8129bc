import { HousePriceError } from "../model/errors";
import type { Scores } from "../model/file/metrics-format";
import type { Model } from "../model/model";
import { loadDataset } from "./data";
import { score } from "./metrics";
import { type Difference, differenceOfMae, differenceOfRmse } from "./paired-difference";
import { positionsOf } from "./positions";
import { predictRows } from "./predict-table";
import { trainTestSplit } from "./split";
import { toTable } from "./tables";
import { takeRows } from "./training-table";

/** Compares two models on the same rows. */
export interface Comparison {
  readonly rows: "all rows" | "the test rows of both" | "the test rows of one";
  readonly first: Scores;
  readonly second: Scores;
  /** First minus second: negative if the first is better. */
  readonly rmse: Difference;
  readonly mae: Difference;
}

/** Minimum number of rows for an interval. */
const FEWEST_ROWS = 10;

/**
 * Compares two models on rows of a file that neither was trained on.
 *
 * @param path - of a CSV file with the target and the features of both models
 * @throws HousePriceError DATA_UNREADABLE, COLUMNS_MISSING or DATA_INVALID
 */
export async function compareModels(first: Model, second: Model, path: string): Promise<Comparison> {
  const names = [...new Set([first, second].flatMap(({ file }) => file.features.map(({ name }) => name)))];
  const data = await loadDataset(path, first.table.schema, names);
  const all = toTable(data.frame, data.table, positionsOf(data.table, names));
  const learners = [first, second].filter(({ file }) => file.trainingData.sha256 === data.sha256);
  const table = takeRows(all, rowsUnknownTo(learners, data.rows));
  if (table.target.length < FEWEST_ROWS) {
    throw new HousePriceError(
      "DATA_INVALID",
      `${path} has ${table.target.length} rows that neither ${first.id} nor ${second.id} was trained on; at least ${FEWEST_ROWS} are needed: use another file.`,
    );
  }
  const [ours, theirs] = [predictRows(first, table), predictRows(second, table)];
  const errorsOf = (predictions: Float64Array) => predictions.map((value, i) => value - table.target[i]);
  return {
    rows: (["all rows", "the test rows of one", "the test rows of both"] as const)[learners.length],
    first: score(table.target, ours),
    second: score(table.target, theirs),
    rmse: differenceOfRmse(errorsOf(ours), errorsOf(theirs)),
    mae: differenceOfMae(errorsOf(ours), errorsOf(theirs)),
  };
}

/** The common test rows of models trained on this file, recomputed from their seeds. */
function rowsUnknownTo(models: readonly Model[], rows: number): Int32Array {
  const learned = new Uint8Array(rows);
  for (const { file } of models) {
    const { testSize, seed } = file.trainingData;
    for (const row of trainTestSplit(rows, testSize, seed).train) learned[row] = 1;
  }
  return Int32Array.from({ length: rows }, (_, row) => row).filter((row) => learned[row] === 0);
}
