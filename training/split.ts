import { HousePriceError } from "../model/errors";
import { FOLD_COUNT, fewestRows } from "./folds";
import { RandomState } from "./random-state";

/** Row numbers of a split, in the order in which scikit-learn gives them. */
export interface Split {
  readonly train: Int32Array;
  readonly test: Int32Array;
}

/**
 * The rows that scikit-learn's `train_test_split(test_size, random_state)` puts on either side.
 *
 * @param rows - number of rows
 * @param testSize - fraction of the rows to test on, between 0 and 1
 * @param seed - scikit-learn's `random_state`
 */
export function trainTestSplit(rows: number, testSize: number, seed: number): Split {
  const order = new RandomState(seed).permutation(rows);
  const testRows = Math.ceil(rows * testSize);
  return { test: order.slice(0, testRows), train: order.slice(testRows) };
}

/**
 * A fit needs rows, also where a fold of the training rows is held back, and R² is not defined on fewer than two test rows.
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
