import type { Model } from "../../model/model";
import type { PredictionRecorder } from "../../schema/context";

interface Prediction {
  readonly model: Model;
  readonly rows: Float64Array;
  readonly offset: number;
  readonly prediction: number;
}

/** Holds recordings back until the answer is sent. */
export class DeferredRecorder implements PredictionRecorder {
  private readonly predictions: Prediction[] = [];
  private readonly batches: number[] = [];

  predicted(model: Model, rows: Float64Array, offset: number, prediction: number): void {
    this.predictions.push({ model, rows, offset, prediction });
  }

  batched(rows: number): void {
    this.batches.push(rows);
  }

  /** Replays the recordings in order. */
  tell(recorder: PredictionRecorder): void {
    for (const rows of this.batches) recorder.batched(rows);
    for (const { model, rows, offset, prediction } of this.predictions) {
      recorder.predicted(model, rows, offset, prediction);
    }
  }
}
