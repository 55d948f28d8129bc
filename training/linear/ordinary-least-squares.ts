import { CONSTANT_SPREAD } from "../../model/estimators/feature-spread";
import { linear } from "../../model/estimators/linear/linear-kind";
import { describeFeatures } from "../describe-features";
import { FOLD_COUNT, type Folds } from "../folds";
import type { Trainer } from "../trainer";
import { type TrainingTable, takeRows } from "../training-table";
import { fitLinear } from "./fit-linear";
import { fitLinearSpread } from "./linear-spread";
import { refuseTooManyColumns } from "./too-many-columns";

/** The guide's algorithm: least squares on the features themselves. */
export const ordinaryLeastSquares: Trainer = {
  name: "linear",
  description: "ordinary least squares",
  takesFeatures: true,
  async prepare(table, foldings) {
    refuseTooManyColumns(table);
    return {
      fit: () => fitLinear(table),
      crossPredict: (folding) => crossPredict(table, foldings[folding]),
      fitSpread: (residuals) => fitLinearSpread(table, residuals),
    };
  },
};

function crossPredict(table: TrainingTable, folds: Folds): Float64Array {
  const predictions = new Float64Array(folds.length);
  for (let fold = 0; fold < FOLD_COUNT; fold++) {
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
