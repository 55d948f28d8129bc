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

/** What a group of features adds to the baseline, in the target's unit. */
export interface Contribution extends ContributionGroup {
  readonly contribution: number;
  /** What it multiplies the baseline by; undefined for a model whose groups only add. */
  readonly factor?: number | undefined;
}

export interface PredictionWithInterval {
  /** In the target's unit. */
  readonly prediction: number;
  readonly interval: Interval;
}

/** A model that can answer: the file it was read from, and the functions that the file describes. */
export class Model {
  /** The table that the model was made from, and the layout of the rows that it reads. */
  readonly table: Table;

  /** Positions in a row of the features that an input must carry. */
  readonly needed: Int32Array;

  private readonly predictor: Predictor;
  private described: EstimatorDescription | undefined;

  /** How the errors that intervals are made from are measured. */
  readonly errors: ErrorMeasure;

  /** Mahalanobis distance of the row at `offset` from the training rows; see `trust/novelty.ts`. */
  readonly distance: (rows: Float64Array, offset: number) => number;

  /** Kilometres from the row's place to the nearest place of training, where the model knows those. */
  readonly placeDistance: PlaceDistance | undefined;

  /**
   * @param file - a checked model file
   * @param sha256 - SHA-256 of the file's bytes: what tells one model from another of the same name and version
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

  /** Name and version, as people write them: `linear@2`. */
  get id(): string {
    return `${this.file.name}@${this.file.version}`;
  }

  /** What there is to tell of the fitted parameters. */
  get description(): EstimatorDescription {
    const { estimator, features } = this.file;
    this.described ??= kindOf(estimator).describe(estimator, features, this.table);
    return this.described;
  }

  /** The mean prediction over the training rows, before clipping, in the target's unit. */
  get baseline(): number {
    return this.predictor.baseline;
  }

  /** What predictions are clipped to; unlimited where the model does not clip. */
  get limits(): Range {
    return this.predictor.limits;
  }

  /** Whether predictions are clipped to the range of the training target. */
  get isClipped(): boolean {
    return Number.isFinite(this.predictor.limits.min);
  }

  /** Prediction, in the target's unit, for the row of `rows` that begins at `offset`. */
  predict(rows: Float64Array, offset = 0): number {
    this.predictor.read(rows, offset);
    return this.clippedPrediction();
  }

  /** The prediction before it is clipped to the target's range; equal to the prediction if the model does not clip. */
  predictUnclipped(rows: Float64Array, offset = 0): number {
    this.predictor.read(rows, offset);
    return this.predictor.prediction();
  }

  /** Prediction for raw values in the order of the model's own features. */
  predictValues(values: readonly RawValue[]): number {
    return this.predict(this.rowOf(values));
  }

  /** The row of raw values in the order of the model's own features. */
  rowOf(values: readonly RawValue[]): Float64Array {
    const { table, file } = this;
    const row = new Float64Array(table.width).fill(Number.NaN);
    file.features.forEach(({ name }, i) => {
      const position = table.indexOf(name);
      row[position] = numberOf(table.features[position], values[i]);
    });
    return row;
  }

  /** Interval that holds the truth with probability `coverage`, within the target's range; see `trust/uncertainty.ts`. */
  interval(rows: Float64Array, offset: number, coverage: number): Interval {
    this.predictor.read(rows, offset);
    return this.intervalAbout(this.clippedPrediction(), coverage);
  }

  /** The prediction with its interval, in half the time of both apart. */
  predictWithInterval(rows: Float64Array, offset: number, coverage: number): PredictionWithInterval {
    this.predictor.read(rows, offset);
    const prediction = this.clippedPrediction();
    return { prediction, interval: this.intervalAbout(prediction, coverage) };
  }

  /** How large errors tend to be at the row, on the scale that errors are measured on. */
  errorScale(rows: Float64Array, offset: number): number {
    this.predictor.read(rows, offset);
    return this.predictor.errorScale();
  }

  /** The groups of features that {@link contributions} tells apart. */
  get contributionGroups(): readonly ContributionGroup[] {
    return this.predictor.groups;
  }

  /** What each group of features adds to the baseline; baseline and sum are the unclipped prediction. */
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

  /** Of the row that the predictor has read; undefined where its groups only add. */
  private readFactors(): Float64Array | undefined {
    if (!this.predictor.explainFactors) return undefined;
    const factors = new Float64Array(this.predictor.groups.length);
    this.predictor.explainFactors(factors);
    return Number.isNaN(factors[0]) ? undefined : factors;
  }

  /** Of the row that the predictor has read. */
  private intervalAbout(prediction: number, coverage: number): Interval {
    const { uncertainty, target } = this.file;
    const halfWidth = residualQuantile(uncertainty, coverage) * this.predictor.errorScale();
    return intervalAround(this.errors, prediction, halfWidth, target);
  }

  /** Of the row that the predictor has read. */
  private clippedPrediction(): number {
    const { min, max } = this.predictor.limits;
    return clip(this.predictor.prediction(), min, max);
  }
}
