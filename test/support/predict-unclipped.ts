import type { Predictor } from "../../model/estimators/predictor";
import { FEATURE_COUNT } from "../../model/features";
import type { TrainingTable } from "../../training/training-table";

/** What a predictor answers for all rows, before any clipping. */
export function predictUnclipped(predictor: Predictor, { rows, target }: TrainingTable): Float64Array {
  return target.map((_, i) => {
    predictor.read(rows, i * FEATURE_COUNT);
    return predictor.prediction();
  });
}
