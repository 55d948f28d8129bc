import { CONSTANT_SPREAD } from "../../model/estimators/feature-spread";
import { linear } from "../../model/estimators/linear/linear-kind";
import { describeFeatures } from "../describe-features";
import { FOLD_COUNT, type Folds, randomFolds } from "../folds";
import type { Trainer } from "../trainer";
import { type TrainingTable, takeRows } from "../training-table";
import { fitLinear } from "./fit-linear";
import { fitLinearSpread } from "./linear-spread";
import { countColumns, refuseTooManyColumns } from "./too-many-columns";

/** With fewer rows per column, cross-validated fits are visibly worse than the full fit, and intervals would be too wide. */
const ROWS_A_COLUMN = 50;
const MANY_FOLDS = 20;
/** With more columns, leave-out fits would take minutes. */
const MAX_COLUMNS = 1000;

/** The guide's algorithm: least squares on the features. */
export const ordinaryLeastSquares: Trainer = {
  name: "linear",
  description: "ordinary least squares",
  takesFeatures: true,
  async fit(table, seed) {
    refuseTooManyColumns(table);
    const groups = foldCount(table);
    const folds = randomFolds(table.target.length, seed, groups);
    return {
      estimator: fitLinear(table),
      heldBack: { groups, predictions: crossPredict(table, folds) },
      fitSpread: (residuals) => fitLinearSpread(table, residuals),
    };
  },
  refit: () => async (table, foldings) => {
    refuseTooManyColumns(table);
    return foldings.map((folds) => crossPredict(table, folds));
  },
};

function foldCount(table: TrainingTable): number {
  const columns = countColumns(table);
  return columns <= MAX_COLUMNS && table.target.length < ROWS_A_COLUMN * columns ? MANY_FOLDS : FOLD_COUNT;
}

function crossPredict(table: TrainingTable, folds: Folds): Float64Array {
  const predictions = new Float64Array(folds.length);
  const count = folds.reduce((most, fold) => Math.max(most, fold), 0) + 1;
  for (let fold = 0; fold < count; fold++) {
    const others = takeRows(table, rowsOutside(fold, folds));
    const predictor = linear.createPredictor(
      fitLinear(others),
      describeFeatures(others),
      CONSTANT_SPREAD,
      table.table,
    );
    for (let row = 0; row < folds.length; row++) {
      if (folds[row] !== fold) continue;
      predictor.read(table.rows, row * table.table.width);
      predictions[row] = predictor.prediction();
    }
  }
  return predictions;
}

function rowsOutside(fold: number, folds: Folds): Int32Array {
  return Int32Array.from(folds.keys()).filter((row) => folds[row] !== fold);
}
