import type { CrossValidation } from "../model/format";
import type { Algorithm } from "./algorithm";
import { FOLD_COUNT, type Folds } from "./folds";
import { score } from "./metrics";
import type { TrainingTable } from "./training-table";

/** Scores each fold by a fit on the others, and takes the mean of the folds' scores. */
export function crossValidate(
  algorithm: Algorithm,
  table: TrainingTable,
  kind: CrossValidation["folds"],
  folds: Folds,
): CrossValidation {
  const predictions = algorithm.crossPredict(table, folds);
  const scores = Array.from({ length: FOLD_COUNT }, (_, fold) => {
    const held = (_value: number, row: number) => folds[row] === fold;
    return score(table.target.filter(held), predictions.filter(held));
  });
  const meanOf = (metric: "r2" | "rmse" | "mae") =>
    scores.reduce((sum, each) => sum + each[metric], 0) / FOLD_COUNT;
  return {
    folds: kind,
    count: FOLD_COUNT,
    rows: folds.length,
    r2: meanOf("r2"),
    rmse: meanOf("rmse"),
    mae: meanOf("mae"),
  };
}
