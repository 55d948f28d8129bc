import type { Model } from "../model/model";
import type { ModelCatalogue } from "../model/registry/catalogue";

/** Receives predictions, for metrics and traces. Called for every row, so it must be fast. */
export interface PredictionRecorder {
  /**
   * @param rows - in the layout of the model's table
   * @param prediction - in the target's unit
   */
  predicted(model: Model, rows: Float64Array, offset: number, prediction: number): void;
  /** @param firstRow - position of the first of these rows in their batch: not 0 if they continue the last one */
  batched(rows: number, firstRow: number): void;
}

export interface GraphQLContext {
  /** The models at the beginning of the request, kept to its end. */
  readonly catalogue: ModelCatalogue;
  readonly recorder?: PredictionRecorder | undefined;
  /** Position of the first row of a block among the rows of its batch; 0 if it is absent. */
  readonly firstRow?: number;
}
