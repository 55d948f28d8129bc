import type { ErrorCode } from "../../model/errors";
import type { Model } from "../../model/model";
import type { ModelCatalogue } from "../../model/registry/catalogue";
import type { RegistryObserver } from "../../model/registry/registry-observer";
import { VERSION } from "../version";
import {
  Counter,
  type CounterSeries,
  Gauge,
  Histogram,
  type HistogramSeries,
  type Metric,
  type MetricFamily,
} from "./metric";
import type { ModelPredictions, RequestPredictions } from "./request-predictions";

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

/**
 * The metrics of this process. `docs/OPERATIONS.md` lists the same metrics; a test compares.
 *
 * Clients cannot choose labels, so the number of series is bounded by the root fields, status codes, error codes and model versions.
 */
export class Metrics {
  private readonly requests = new Histogram(
    "house_price_request_duration_seconds",
    "Time from the request head to the end of the response, by root field (or path) and HTTP status.",
    SECONDS,
  );
  private readonly predictions = new Counter(
    "house_price_predictions_total",
    "Rows predicted, by model and version.",
  );
  private readonly batches = new Histogram(
    "house_price_batch_rows",
    "Rows per predictHousePrices field.",
    ROWS,
  );
  private readonly warnings = new Counter(
    "house_price_warnings_total",
    "Warnings about predicted rows, even if the caller did not select them; shows input drift.",
  );
  private readonly errors = new Counter(
    "house_price_errors_total",
    "Errors in responses, by code; a response may have several.",
  );
  private readonly loads = new Counter("house_price_model_loads_total", "Model versions loaded, by model.");
  private readonly removals = new Counter(
    "house_price_model_removals_total",
    "Model versions removed, by model.",
  );
  private readonly refusals = new Counter(
    "house_price_model_refusals_total",
    "Model files refused, by code.",
  );
  private readonly pinChanges = new Counter("house_price_pin_changes_total", "Number of pin changes.");
  private readonly buildInfo = new Gauge(
    "house_price_build_info",
    "Always 1; labelled with the versions of the server and of Node.js.",
    () => [{ labels: { version: VERSION, node: process.version }, value: 1 }],
  );
  private readonly models = new Gauge("house_price_models", "Model versions served.", () => [
    { labels: {}, value: this.currentCatalogue().models.length },
  ]);
  private readonly modelInfo = new Gauge(
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

  private readonly requestSeries = new Map<string, Map<number, HistogramSeries>>();
  private readonly batchSeries = this.batches.addSeries();
  private readonly seriesOfModel = new WeakMap<Model, CounterSeries>();

  constructor(private readonly currentCatalogue: () => ModelCatalogue) {
    // A series that starts with its first event shows no increase to an alert.
    this.pinChanges.series();
    for (const code of REFUSAL_CODES) this.refusals.series({ code });
    for (const code of ALERTED_CODES) this.errors.series({ code });
  }

  /**
   * @param operation - the root field, or the path of another route: never what a client makes up
   * @param status - of HTTP; 499 where the connection ended before the answer
   * @param seconds - from the request's head to the end of its answer
   */
  ended(operation: string, status: number, seconds: number): void {
    const series = this.requestSeries.get(operation)?.get(status) ?? this.addRequestSeries(operation, status);
    this.requests.observe(series, seconds);
  }

  predicted({ models, batches }: RequestPredictions): void {
    for (const rows of batches) this.batches.observe(this.batchSeries, rows);
    for (const predictions of models) this.addPredictions(predictions);
  }

  /** @param code - of the answer's `extensions.code` */
  failed(code: string): void {
    this.errors.series({ code }).value++;
  }

  /** Counts registry events. */
  get registryObserver(): RegistryObserver {
    return {
      loaded: ({ file }) => void this.loads.series({ model: file.name }).value++,
      removed: ({ file }) => void this.removals.series({ model: file.name }).value++,
      refused: ({ error }) => void this.refusals.series({ code: error.code }).value++,
      pinned: () => void this.pinChanges.series().value++,
    };
  }

  collect(): MetricFamily[] {
    return this.all().map((metric) => metric.collect());
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

  private addRequestSeries(operation: string, status: number): HistogramSeries {
    const series = this.requests.addSeries({ operation, status });
    const byStatus = this.requestSeries.get(operation) ?? new Map<number, HistogramSeries>();
    this.requestSeries.set(operation, byStatus.set(status, series));
    return series;
  }

  private addPredictions({ model, rows, warnings }: ModelPredictions): void {
    const { name, version } = model.file;
    let series = this.seriesOfModel.get(model);
    if (!series) {
      series = this.predictions.series({ model: name, version });
      this.seriesOfModel.set(model, series);
    }
    series.value += rows;
    for (const { finding, rows: warned } of warnings?.values() ?? []) {
      const { code, feature = "" } = finding;
      this.warnings.series({ model: name, version, code, feature }).value += warned;
    }
  }
}
