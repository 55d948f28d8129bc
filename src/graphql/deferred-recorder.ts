import type { Model } from "../../model/model";
import type { PredictionRecorder } from "../../schema/context";

/** Holds recordings back until the answer is sent, without an object per row. */
export class DeferredRecorder implements PredictionRecorder {
  private readonly models: Model[] = [];
  private readonly rows: Float64Array[] = [];
  private readonly offsets: number[] = [];
  private readonly predictions: number[] = [];
  private batches: number[] = [];

  predicted(model: Model, rows: Float64Array, offset: number, prediction: number): void {
    this.models.push(model);
    this.rows.push(rows);
    this.offsets.push(offset);
    this.predictions.push(prediction);
  }

  batched(rows: number): void {
    this.batches.push(rows);
  }

  /** Makes one batch of the blocks of one. */
  joinBatches(): void {
    this.batches = [this.batches.reduce((sum, rows) => sum + rows, 0)];
  }

  /** Replays the recordings in order. */
  tell(recorder: PredictionRecorder): void {
    for (const rows of this.batches) recorder.batched(rows);
    for (let i = 0; i < this.models.length; i++) {
      recorder.predicted(this.models[i], this.rows[i], this.offsets[i], this.predictions[i]);
    }
  }
}
