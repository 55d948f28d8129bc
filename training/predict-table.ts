import type { Predictor } from "../model/estimators/predictor";
import { clip } from "../model/range";
import type { TrainingTable } from "./training-table";

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
