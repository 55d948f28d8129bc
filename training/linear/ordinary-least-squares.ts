import { createPredictor } from "../../model/estimators/predictor";
import type { LinearEstimator } from "../../model/file/format";
import { FOLD_COUNT, type Folds } from "../folds";
import type { Algorithm } from "../trainer";
import { describeFeatures, predictTable, type TrainingTable, takeRows } from "../training-table";
import { fitLinear } from "./fit-linear";
import { fitLinearSpread } from "./linear-spread";

/** The guide's algorithm: least squares on the features themselves. */
export const ordinaryLeastSquares: Algorithm = {
  description: "ordinary least squares",
  prepare: (table, foldings) => ({
    fit: () => fit(table),
    crossPredict: (folding) => crossPredict(table, foldings[folding]),
    fitSpread: (residuals) => fitLinearSpread(table, residuals),
  }),
};

function fit(table: TrainingTable): LinearEstimator {
  return { kind: "linear", ...fitLinear(table) };
}

function crossPredict(table: TrainingTable, folds: Folds): Float64Array {
  const predictions = new Float64Array(folds.length);
  for (let fold = 0; fold < FOLD_COUNT; fold++) {
    const held = rowsWhere(folds, (each) => each === fold);
    const others = takeRows(
      table,
      rowsWhere(folds, (each) => each !== fold),
    );
    const predictor = createPredictor({ features: describeFeatures(others), estimator: fit(others) });
    predictTable(predictor, takeRows(table, held)).forEach((prediction, i) => {
      predictions[held[i]] = prediction;
    });
  }
  return predictions;
}

function rowsWhere(folds: Folds, matches: (fold: number) => boolean): Int32Array {
  const rows: number[] = [];
  folds.forEach((fold, row) => {
    if (matches(fold)) rows.push(row);
  });
  return Int32Array.from(rows);
}
