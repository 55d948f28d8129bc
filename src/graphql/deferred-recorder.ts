import type { Model } from "../../model/model";
import type { PredictionRecorder } from "../../schema/context";

/** Consecutive rows of one model. */
interface Run {
  readonly model: Model;
  readonly rows: Float64Array;
  readonly from: number;
  to: number;
}

/** Holds recordings back until the answer is sent, without an object per row. */
export class DeferredRecorder implements PredictionRecorder {
  private readonly runs: Run[] = [];
  private run: Run | undefined;
  private readonly predictions: number[] = [];
  private batches: number[] = [];

  predicted(model: Model, rows: Float64Array, offset: number, prediction: number): void {
    this.predictions.push(prediction);
    const { run } = this;
    const to = offset + model.table.width;
    if (run?.to === offset && run.rows === rows && run.model === model) run.to = to;
    else {
      this.run = { model, rows, from: offset, to };
      this.runs.push(this.run);
    }
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
    let i = 0;
    for (const { model, rows, from, to } of this.runs) {
      for (let offset = from; offset < to; offset += model.table.width) {
        recorder.predicted(model, rows, offset, this.predictions[i++]);
      }
    }
  }
}
