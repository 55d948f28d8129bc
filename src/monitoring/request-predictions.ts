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
  rows: number;
  readonly warnings: Map<string, WarningCount>;
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
  private rules: ModelWarnings | undefined;

  predicted(model: Model, rows: Float64Array, offset: number, prediction: number): void {
    const latest = this.latest?.model === model ? this.latest : this.switchTo(model);
    latest.rows++;
    const findings = this.rules?.find(rows, offset, prediction) ?? [];
    for (let i = 0; i < findings.length; i++) countWarning(latest.warnings, findings[i]);
  }

  batched(rows: number, firstRow: number): void {
    if (firstRow === 0) this.batches.push(rows);
    else this.batches[this.batches.length - 1] += rows;
  }

  private switchTo(model: Model): ModelPredictions {
    let found = this.models.find((each) => each.model === model);
    if (!found) {
      found = { model, rows: 0, warnings: new Map() };
      this.models.push(found);
    }
    this.latest = found;
    this.rules = warningsOf(model);
    return found;
  }
}

function countWarning(warnings: Map<string, WarningCount>, finding: Finding): void {
  const { code, feature = "" } = finding;
  const key = `${code} ${feature}`;
  const count = warnings.get(key);
  if (count) count.rows++;
  else warnings.set(key, { finding, rows: 1 });
}
