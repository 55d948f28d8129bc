import type { Model } from "../model/model";
import type { ModelCatalogue } from "../model/registry/catalogue";

/** Is told what was predicted: for metrics and traces. It is called for every row, so it must be quick. */
export interface PredictionRecorder {
  /**
   * One row was predicted.
   *
   * @param rows - rows of features, in the layout of the model's table
   * @param offset - where in `rows` the row begins
   * @param prediction - in the target's unit
   */
  predicted(model: Model, rows: Float64Array, offset: number, prediction: number): void;
  /** A batch of so many rows was asked for. */
  batched(rows: number): void;
}

/** What a resolver knows beside its arguments. */
export interface GraphQLContext {
  /** The models that were served when the request began. It keeps them to its end. */
  readonly catalogue: ModelCatalogue;
  /** Nobody is told where it is absent. */
  readonly recorder?: PredictionRecorder;
}
