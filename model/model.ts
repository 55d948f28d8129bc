import type { ErrorMeasure } from "./estimators/error-measure";
import type { EstimatorDescription } from "./estimators/estimator-kind";
import { kindOf } from "./estimators/kind-of";
import type { ContributionGroup, Predictor } from "./estimators/predictor";
import type { ModelFile } from "./file/format";
import { isNeeded } from "./file/trained-feature";
import { clip, type Range } from "./range";
import { numberOf, type RawValue } from "./table/raw-value";
import { Table } from "./table/table";
import { distanceFunction } from "./trust/novelty";
import { distanceToNearest, type PlaceDistance } from "./trust/place-novelty";
import { type Interval, intervalAround, residualQuantile } from "./trust/uncertainty";

export interface Contribution extends ContributionGroup {
  readonly contribution: number;
  /** Multiplier of the baseline; undefined if the model's groups add. */
  readonly factor?: number | undefined;
}

export interface PredictionWithInterval {
  /** In the target's unit. */
  readonly prediction: number;
  readonly interval: Interval;
}

/** A model: its file, and the functions it describes. */
export class Model {
  /** Also the layout of rows. */
  readonly table: Table;

  readonly needed: Int32Array;

  private readonly predictor: Predictor;
  private described: EstimatorDescription | undefined;

  readonly errors: ErrorMeasure;

  /** Mahalanobis distance of the row at `offset` from the training rows; see `trust/novelty.ts`. */
  readonly distance: (rows: Float64Array, offset: number) => number;

  /** Distance in km to the nearest training location, if the model has them. */
  readonly placeDistance: PlaceDistance | undefined;

  /**
   * @param file - a validated model file
   * @param sha256 - of the file's bytes; distinguishes models of the same name and version
   */
  constructor(
    readonly file: ModelFile,
    readonly sha256: string,
  ) {
    const { features, estimator, uncertainty, novelty } = file;
    const table = new Table(file.table);
    this.table = table;
    const needed = features.filter(isNeeded);
    this.needed = Int32Array.from(needed, ({ name }) => table.indexOf(name));
    const kind = kindOf(estimator);
    this.predictor = kind.createPredictor(estimator, features, uncertainty.spread, table);
    this.errors = kind.errorMeasure(estimator);
    this.distance = distanceFunction(novelty, features, table);
    const places = novelty.places && kind.trainingPlaces(estimator);
    this.placeDistance = places && table.location && distanceToNearest(places, table.location);
  }

  /** For example `linear@2`. */
  get id(): string {
    return `${this.file.name}@${this.file.version}`;
  }

  get description(): EstimatorDescription {
    const { estimator, features } = this.file;
    this.described ??= kindOf(estimator).describe(estimator, features, this.table);
    return this.described;
  }

  /** Mean prediction over the training rows, before clipping, in the target's unit. */
  get baseline(): number {
    return this.predictor.baseline;
  }

  get limits(): Range {
    return this.predictor.limits;
  }

  get isClipped(): boolean {
    return Number.isFinite(this.predictor.limits.min);
  }

  /** Prediction in the target's unit for the row at `offset`. */
  predict(rows: Float64Array, offset = 0): number {
    this.predictor.read(rows, offset);
    return this.clippedPrediction();
  }

  /** Prediction before clipping to the target's range. */
  predictUnclipped(rows: Float64Array, offset = 0): number {
    this.predictor.read(rows, offset);
    return this.predictor.prediction();
  }

  /** Prediction for raw values in the order of the model's features. */
  predictValues(values: readonly RawValue[]): number {
    return this.predict(this.rowOf(values));
  }

  rowOf(values: readonly RawValue[]): Float64Array {
    const { table, file } = this;
    const row = new Float64Array(table.width).fill(Number.NaN);
    file.features.forEach(({ name }, i) => {
      const position = table.indexOf(name);
      row[position] = numberOf(table.features[position], values[i]);
    });
    return row;
  }

  /** Interval with the given coverage, within the target's range; see `trust/uncertainty.ts`. */
  interval(rows: Float64Array, offset: number, coverage: number): Interval {
    this.predictor.read(rows, offset);
    return this.intervalAbout(this.clippedPrediction(), coverage);
  }

  /** Prediction and interval, in half the time of computing them separately. */
  predictWithInterval(rows: Float64Array, offset: number, coverage: number): PredictionWithInterval {
    this.predictor.read(rows, offset);
    const prediction = this.clippedPrediction();
    return { prediction, interval: this.intervalAbout(prediction, coverage) };
  }

  errorScale(rows: Float64Array, offset: number): number {
    this.predictor.read(rows, offset);
    return this.predictor.errorScale();
  }

  get contributionGroups(): readonly ContributionGroup[] {
    return this.predictor.groups;
  }

  /** Contribution of each group; baseline + sum = unclipped prediction. */
  contributions(rows: Float64Array, offset = 0): Contribution[] {
    const { groups } = this.predictor;
    const values = new Float64Array(groups.length);
    this.predictor.read(rows, offset);
    this.predictor.explain(values);
    const factors = this.readFactors();
    return groups.map(({ features, label }, i) => ({
      features,
      label,
      contribution: values[i],
      factor: factors?.[i],
    }));
  }

  private readFactors(): Float64Array | undefined {
    if (!this.predictor.explainFactors) return undefined;
    const factors = new Float64Array(this.predictor.groups.length);
    this.predictor.explainFactors(factors);
    return Number.isNaN(factors[0]) ? undefined : factors;
  }

  private intervalAbout(prediction: number, coverage: number): Interval {
    const { uncertainty, target } = this.file;
    const halfWidth = residualQuantile(uncertainty, coverage) * this.predictor.errorScale();
    return intervalAround(this.errors, prediction, halfWidth, target);
  }

  private clippedPrediction(): number {
    const { min, max } = this.predictor.limits;
    return clip(this.predictor.prediction(), min, max);
  }
}
