import type { Predictor } from "../../model/estimators/predictor";
import { FEATURE_COUNT } from "../../model/features";
import type { TrainingTable } from "../../training/training-table";

/** The predictions of all rows before they are clipped. */
export function predictUnclipped(predictor: Predictor, { rows, target }: TrainingTable): Float64Array {
  return target.map((_, i) => predictor.predict(rows, i * FEATURE_COUNT));
}
