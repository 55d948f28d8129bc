import type { Model } from "../../model/model";
import { type ModelWarnings, warningsOf } from "../../model/trust/warnings/model-warnings";
import type { Finding } from "../../model/trust/warnings/warning-kind";
import type { PredictionRecorder } from "../../schema/context";

declare module "fastify" {
  interface FastifyRequest {
    predictions: RequestPredictions | undefined;
  }
}

interface WarningCount {
  readonly finding: Finding;
  rows: number;
}

/** The rows that one model has predicted for a request. */
export interface ModelPredictions {
  readonly model: Model;
  readonly rules: ModelWarnings;
  rows: number;
  /** By code and feature; undefined without warnings, as for most requests. */
  warnings: Map<string, WarningCount> | undefined;
}

/**
 * Counts the predictions of a request. Metrics and the trace read the counts when the request ends. If a request is handled from the
 * start again, its new counts replace these, so no row counts twice.
 */
export class RequestPredictions implements PredictionRecorder {
  readonly models: ModelPredictions[] = [];
  /** The number of rows of each batch. */
  readonly batches: number[] = [];
  private latest: ModelPredictions | undefined;

  predicted(model: Model, rows: Float64Array, offset: number, prediction: number): void {
    const latest = this.latest?.model === model ? this.latest : this.switchTo(model);
    latest.rows++;
    const findings = latest.rules.find(rows, offset, prediction);
    for (let i = 0; i < findings.length; i++) countWarning(latest, findings[i]);
  }

  batched(rows: number, firstRow: number): void {
    if (firstRow === 0) this.batches.push(rows);
    else this.batches[this.batches.length - 1] += rows;
  }

  private switchTo(model: Model): ModelPredictions {
    let found = this.models.find((each) => each.model === model);
    if (!found) {
      found = { model, rules: warningsOf(model), rows: 0, warnings: undefined };
      this.models.push(found);
    }
    this.latest = found;
    return found;
  }
}

function countWarning(predictions: ModelPredictions, finding: Finding): void {
  predictions.warnings ??= new Map();
  const { warnings } = predictions;
  const { code, feature = "" } = finding;
  const key = `${code} ${feature}`;
  const count = warnings.get(key);
  if (count) count.rows++;
  else warnings.set(key, { finding, rows: 1 });
}
