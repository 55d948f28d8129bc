import type { DataFrame } from "danfojs-node";
import { FEATURE_COUNT, featureIndex } from "../model/features";
import type { Predictor } from "../model/predictor";
import { columnOf } from "./data";

/** Features and target of some rows of a data set. */
export interface TrainingTable {
  /** The features' columns, in the model's order. */
  readonly names: readonly string[];
  /** The values of each feature. */
  readonly columns: readonly Float64Array[];
  /** The same values as rows of features, in the layout of `model/features.ts`. */
  readonly rows: Float64Array;
  readonly target: Float64Array;
}

export function toTrainingTable(frame: DataFrame, names: readonly string[], target: string): TrainingTable {
  const columns = names.map((name) => columnOf(frame, name));
  const rows = new Float64Array(frame.shape[0] * FEATURE_COUNT).fill(Number.NaN);
  columns.forEach((column, j) => {
    const position = featureIndex(names[j]);
    for (let i = 0; i < column.length; i++) rows[i * FEATURE_COUNT + position] = column[i];
  });
  return { names, columns, rows, target: columnOf(frame, target) };
}

/** The predictions of all rows, in the target's unit. */
export function predictTable(predictor: Predictor, { rows, target }: TrainingTable): Float64Array {
  return Float64Array.from(target, (_, i) => predictor.predict(rows, i * FEATURE_COUNT));
}
