import type { Predictor } from "../../model/estimators/predictor";
import type { TrainingTable } from "../../training/training-table";

/** What a predictor answers for all rows, before any clipping. */
export function predictUnclipped(predictor: Predictor, { table, rows, target }: TrainingTable): Float64Array {
  return target.map((_, i) => {
    predictor.read(rows, i * table.width);
    return predictor.prediction();
  });
}
