import type { Predictor } from "../model/estimators/predictor";
import type { Model } from "../model/model";
import { clip } from "../model/range";
import type { TrainingTable } from "./training-table";

/** Predictions for the rows of a table, identical to the server's, in the target's unit. */
export function predictRows(model: Model, { table, rows, target }: TrainingTable): Float64Array {
  return target.map((_, i) => model.predict(rows, i * table.width));
}

export interface TablePredictions {
  /** In the target's unit. */
  readonly predictions: Float64Array;
  /** σ(x), on the scale of the error measure. */
  readonly errorScales: Float64Array;
}

export function predictTable(
  predictor: Predictor,
  { table, rows, target }: Pick<TrainingTable, "table" | "rows" | "target">,
): TablePredictions {
  const { min, max } = predictor.limits;
  const predictions = new Float64Array(target.length);
  const errorScales = new Float64Array(target.length);
  for (let i = 0; i < target.length; i++) {
    predictor.read(rows, i * table.width);
    predictions[i] = clip(predictor.prediction(), min, max);
    errorScales[i] = predictor.errorScale();
  }
  return { predictions, errorScales };
}
