import { createPredictor } from "../model/predictor";
import type { Algorithm } from "./algorithm";
import { fitLinear } from "./fit-linear";
import { FOLD_COUNT } from "./folds";
import { describeFeatures, predictTable, type TrainingTable, takeRows } from "./training-table";

/** The guide's algorithm: least squares on the features themselves. */
export const ordinaryLeastSquares: Algorithm = {
  description: "ordinary least squares",
  fit: (table) => ({ kind: "linear", ...fitLinear(table) }),
  crossPredict(table, folds) {
    const predictions = new Float64Array(folds.length);
    for (let fold = 0; fold < FOLD_COUNT; fold++) {
      const held = rowsWhere(folds, (each) => each === fold);
      const others = takeRows(
        table,
        rowsWhere(folds, (each) => each !== fold),
      );
      predictTable(predictorFor(others), takeRows(table, held)).forEach((prediction, i) => {
        predictions[held[i]] = prediction;
      });
    }
    return predictions;
  },
};

function predictorFor(table: TrainingTable) {
  return createPredictor({ features: describeFeatures(table), estimator: ordinaryLeastSquares.fit(table) });
}

function rowsWhere(folds: Int32Array, matches: (fold: number) => boolean): Int32Array {
  const rows: number[] = [];
  folds.forEach((fold, row) => {
    if (matches(fold)) rows.push(row);
  });
  return Int32Array.from(rows);
}
