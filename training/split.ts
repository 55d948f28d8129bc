import { HousePriceError } from "../model/errors";
import { FOLD_COUNT, fewestRows } from "./folds";
import { RandomState } from "./random-state";

/** Row numbers in scikit-learn's order. */
export interface Split {
  readonly train: Int32Array;
  readonly test: Int32Array;
}

/**
 * The split of scikit-learn's `train_test_split(test_size, random_state)`.
 *
 * @param rows - number of rows
 * @param testSize - between 0 and 1
 * @param seed - scikit-learn's `random_state`
 */
export function trainTestSplit(rows: number, testSize: number, seed: number): Split {
  const order = new RandomState(seed).permutation(rows);
  const testRows = Math.ceil(rows * testSize);
  return { test: order.slice(0, testRows), train: order.slice(testRows) };
}

/**
 * Refuses splits that leave too few rows to fit a fold, or fewer than two test rows, for which R² is undefined.
 *
 * @throws HousePriceError DATA_INVALID
 */
export function refuseTooFewRows({ train, test }: Split, features: number): void {
  const needed = Math.ceil((fewestRows(features) * FOLD_COUNT) / (FOLD_COUNT - 1));
  if (train.length < needed || test.length < 2) {
    throw new HousePriceError(
      "DATA_INVALID",
      `The split leaves ${train.length} rows for training and ${test.length} for testing; at least ${needed} and 2 are needed: use more data, or another --test-size.`,
    );
  }
}
