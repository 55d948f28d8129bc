import type { Predictor } from "../model/estimators/predictor";
import { FEATURE_COUNT } from "../model/features";
import { clip } from "../model/range";
import type { TrainingTable } from "./training-table";

/** What the model answers for all rows, in the target's unit. */
export function predictTable(
  predictor: Predictor,
  { rows, target }: Pick<TrainingTable, "rows" | "target">,
): Float64Array {
  const { min, max } = predictor.limits;
  return Float64Array.from(target, (_, i) => clip(predictor.predict(rows, i * FEATURE_COUNT), min, max));
}
