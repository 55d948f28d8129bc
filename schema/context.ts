import type { Model } from "../model/model";
import type { ModelCatalogue } from "../model/registry/catalogue";

/** Receives predictions, for metrics and traces. Called for every row, so it must be fast. */
export interface PredictionRecorder {
  /**
   * @param rows - in the layout of the model's table
   * @param prediction - in the target's unit
   */
  predicted(model: Model, rows: Float64Array, offset: number, prediction: number): void;
  batched(rows: number): void;
}

export interface GraphQLContext {
  /** The models at the beginning of the request, kept to its end. */
  readonly catalogue: ModelCatalogue;
  readonly recorder?: PredictionRecorder;
  /** Position of the first row of a block among the rows of its batch; 0 if it is absent. */
  readonly firstRow?: number;
}
