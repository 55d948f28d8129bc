import type { Model } from "../../model/model";
import { predictRows } from "../predict-table";
import type { TrainingTable } from "../training-table";

/** Predictions for the test rows, identical to the server's. */
export interface TestResults {
  readonly model: Model;
  readonly table: TrainingTable;
  /** In the target's unit. */
  readonly predicted: Float64Array;
  /** Actual minus predicted. */
  readonly residuals: Float64Array;
  /** Error scale at each row, in the target's unit. */
  readonly spreads: Float64Array;
}

export function predictTestRows(model: Model, table: TrainingTable): TestResults {
  const predicted = predictRows(model, table);
  const residuals = table.target.map((actual, i) => actual - predicted[i]);
  const spreads = predicted.map((_, i) => model.errorScale(table.rows, i * table.table.width));
  return { model, table, predicted, residuals, spreads };
}
