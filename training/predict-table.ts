import type { Predictor } from "../model/estimators/predictor";
import type { Model } from "../model/model";
import { clip } from "../model/range";
import type { TrainingTable } from "./training-table";

/** The predictions of a saved model for the rows of a table, in the target's unit: those that its server gives. */
export function predictRows(model: Model, { table, rows, target }: TrainingTable): Float64Array {
  return target.map((_, i) => model.predict(rows, i * table.width));
}

/** What a model answers for the rows of a table. */
export interface TablePredictions {
  /** In the target's unit. */
  readonly predictions: Float64Array;
  /** σ(x), on the scale that errors are measured on. */
  readonly errorScales: Float64Array;
}

/** Asks a model for all rows. */
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
