import type { ErrorCode } from "../../model/errors";
import type { Model } from "../../model/model";
import type { ModelCatalogue } from "../../model/registry/catalogue";
import type { RegistryObserver } from "../../model/registry/registry-observer";
import { type ModelWarnings, warningsOf } from "../../model/trust/warnings/model-warnings";
import type { Finding } from "../../model/trust/warnings/warning-kind";
import type { PredictionRecorder } from "../../schema/context";
import { VERSION } from "../version";
import {
  type CounterCell,
  CounterTally,
  GaugeReading,
  type HistogramCell,
  HistogramTally,
  type Metric,
  type MetricFigures,
} from "./tally";

const SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const ROWS = [1, 3, 10, 30, 100, 300, 1000, 3000, 10_000, 30_000, 100_000];

/** Why the registry refuses a file. */
const REFUSAL_CODES: readonly ErrorCode[] = [
  "MODEL_UNREADABLE",
  "MODEL_CORRUPT",
  "MODEL_INVALID",
  "MODEL_NOT_REPRODUCIBLE",
  "PINS_INVALID",
  "PIN_NOT_SERVED",
  "PINNED_VERSION_REMOVED",
];

/** Rare errors that should raise an alert. */
const ALERTED_CODES: readonly ErrorCode[] = ["INTERNAL_SERVER_ERROR", "MODEL_UNAVAILABLE", "OVERLOADED"];

interface ModelTally {
  readonly model: Model;
  readonly predictions: CounterCell;
  readonly rules: ModelWarnings;
}

/**
 * The metrics of this process. `docs/OPERATIONS.md` lists the same metrics; a test compares.
 *
 * Clients cannot choose labels, so the number of series is bounded by the root fields, status codes, error codes and model versions.
 */
export class Metrics implements PredictionRecorder {
  private readonly requests = new HistogramTally(
    "house_price_request_duration_seconds",
    "Time from the request head to the end of the response, by root field (or path) and HTTP status.",
    SECONDS,
  );
  private readonly predictions = new CounterTally(
    "house_price_predictions_total",
    "Rows predicted, by model and version.",
  );
  private readonly batches = new HistogramTally(
    "house_price_batch_rows",
    "Rows per predictHousePrices field.",
    ROWS,
  );
  private readonly warnings = new CounterTally(
    "house_price_warnings_total",
    "Warnings about predicted rows, even if the caller did not select them; shows input drift.",
  );
  private readonly errors = new CounterTally(
    "house_price_errors_total",
    "Errors in responses, by code; a response may have several.",
  );
  private readonly loads = new CounterTally(
    "house_price_model_loads_total",
    "Model versions loaded, by model.",
  );
  private readonly removals = new CounterTally(
    "house_price_model_removals_total",
    "Model versions removed, by model.",
  );
  private readonly refusals = new CounterTally(
    "house_price_model_refusals_total",
    "Model files refused, by code.",
  );
  private readonly pinChanges = new CounterTally("house_price_pin_changes_total", "Number of pin changes.");
  private readonly buildInfo = new GaugeReading(
    "house_price_build_info",
    "Always 1; labelled with the versions of the server and of Node.js.",
    () => [{ labels: { version: VERSION, node: process.version }, value: 1 }],
  );
  private readonly models = new GaugeReading("house_price_models", "Model versions served.", () => [
    { labels: {}, value: this.currentCatalogue().models.length },
  ]);
  private readonly modelInfo = new GaugeReading(
    "house_price_model_info",
    "1 for each version served; pinned says whether its name is pinned to it.",
    () => {
      const { models, pins } = this.currentCatalogue();
      return models.map(({ file: { name, version }, sha256 }) => ({
        labels: { model: name, version, sha256, pinned: String(pins.get(name) === version) },
        value: 1,
      }));
    },
  );

  private readonly requestCells = new Map<string, Map<number, HistogramCell>>();
  private readonly batchCell = this.batches.addCell();
  private readonly modelTallies = new WeakMap<Model, ModelTally>();
  private latest: ModelTally | undefined;

  constructor(private readonly currentCatalogue: () => ModelCatalogue) {
    // A series that starts with its first event shows no increase to an alert.
    this.pinChanges.cell();
    for (const code of REFUSAL_CODES) this.refusals.cell({ code });
    for (const code of ALERTED_CODES) this.errors.cell({ code });
  }

  /**
   * @param operation - the root field, or the path of another route: never what a client makes up
   * @param status - of HTTP; 499 where the connection ended before the answer
   * @param seconds - from the request's head to the end of its answer
   */
  ended(operation: string, status: number, seconds: number): void {
    const cell = this.requestCells.get(operation)?.get(status) ?? this.requestCell(operation, status);
    this.requests.observe(cell, seconds);
  }

  predicted(model: Model, rows: Float64Array, offset: number, prediction: number): void {
    const tally = this.latest?.model === model ? this.latest : this.tallyOf(model);
    tally.predictions.value++;
    const findings = tally.rules.find(rows, offset, prediction);
    if (findings.length > 0) this.countWarnings(model, findings);
  }

  batched(rows: number): void {
    this.batches.observe(this.batchCell, rows);
  }

  /** @param code - of the answer's `extensions.code` */
  failed(code: string): void {
    this.errors.cell({ code }).value++;
  }

  /** Counts registry events. */
  get registryObserver(): RegistryObserver {
    return {
      loaded: ({ file }) => void this.loads.cell({ model: file.name }).value++,
      removed: ({ file }) => void this.removals.cell({ model: file.name }).value++,
      refused: ({ error }) => void this.refusals.cell({ code: error.code }).value++,
      pinned: () => void this.pinChanges.cell().value++,
    };
  }

  figures(): MetricFigures[] {
    return this.all().map((metric) => metric.figures());
  }

  private all(): Metric[] {
    const { requests, predictions, batches, warnings, errors, loads, removals, refusals, pinChanges } = this;
    return [
      requests,
      predictions,
      batches,
      warnings,
      errors,
      loads,
      removals,
      refusals,
      pinChanges,
      this.buildInfo,
      this.models,
      this.modelInfo,
    ];
  }

  private requestCell(operation: string, status: number): HistogramCell {
    const cell = this.requests.addCell({ operation, status });
    const byStatus = this.requestCells.get(operation) ?? new Map<number, HistogramCell>();
    this.requestCells.set(operation, byStatus.set(status, cell));
    return cell;
  }

  private tallyOf(model: Model): ModelTally {
    let tally = this.modelTallies.get(model);
    if (!tally) {
      const { name, version } = model.file;
      const predictions = this.predictions.cell({ model: name, version });
      tally = { model, predictions, rules: warningsOf(model) };
      this.modelTallies.set(model, tally);
    }
    this.latest = tally;
    return tally;
  }

  private countWarnings(model: Model, findings: readonly Finding[]): void {
    const { name, version } = model.file;
    for (const { code, feature = "" } of findings) {
      this.warnings.cell({ model: name, version, code, feature }).value++;
    }
  }
}
