import { isNumberLike, type TrainedFeature } from "../../file/trained-feature";
import { UNLIMITED } from "../../range";
import type { Table } from "../../table/table";
import { type FeatureSpread, FeatureSpreadFunction } from "../feature-spread";
import type { ContributionGroup, Predictor } from "../predictor";
import type { LinearEstimator } from "./linear-format";

export interface Effect {
  readonly position: number;
  /** Per unit of a number. */
  readonly slope: number;
  /** By category; undefined for numbers. */
  readonly categories: readonly number[] | undefined;
  readonly absent: number;
  /** Mean effect over the training rows. */
  readonly mean: number;
}

/**
 * A linear function of the features: intercept + Σ coefficientⱼ · columnⱼ.
 *
 * The contribution of a feature is the sum of its terms minus their mean over the training rows, which is its Shapley value if features
 * are independent. Source: Štrumbelj and Kononenko, "Explaining prediction models and individual predictions with feature contributions",
 * Knowledge and Information Systems 41 (2014), section 3.1.
 */
export class LinearPredictor implements Predictor {
  readonly limits = UNLIMITED;
  readonly baseline: number;
  readonly groups: readonly ContributionGroup[];
  private readonly intercept: number;
  private readonly spread: FeatureSpreadFunction;
  private readonly positions: Int32Array;
  private readonly slopes: Float64Array;
  private readonly absents: Float64Array;
  private readonly means: Float64Array;
  /** Start of the feature's effects by category; -1 for numbers. */
  private readonly starts: Int32Array;
  private readonly categories: Float64Array;
  private rows: Float64Array = new Float64Array();
  private offset = 0;

  constructor(
    estimator: LinearEstimator,
    features: readonly TrainedFeature[],
    spread: FeatureSpread,
    table: Table,
  ) {
    const effects = effectsOf(estimator, features, table);
    this.intercept = estimator.intercept;
    this.spread = new FeatureSpreadFunction(spread, table);
    this.positions = Int32Array.from(effects, ({ position }) => position);
    this.slopes = Float64Array.from(effects, ({ slope }) => slope);
    this.absents = Float64Array.from(effects, ({ absent }) => absent);
    this.means = Float64Array.from(effects, ({ mean }) => mean);
    let end = 0;
    this.starts = Int32Array.from(effects, ({ categories }) => {
      const start = end;
      end += categories?.length ?? 0;
      return categories ? start : -1;
    });
    this.categories = Float64Array.from(effects.flatMap(({ categories = [] }) => categories));
    this.baseline = this.means.reduce((sum, mean) => sum + mean, estimator.intercept);
    this.groups = effects.map(({ position }) => ({
      features: [position],
      label: table.features[position].label,
    }));
  }

  read(rows: Float64Array, offset: number): void {
    this.rows = rows;
    this.offset = offset;
  }

  prediction(): number {
    let sum = this.intercept;
    for (let j = 0; j < this.positions.length; j++) sum += this.effectOf(j);
    return sum;
  }

  errorScale(): number {
    return this.spread.at(this.rows, this.offset);
  }

  explain(contributions: Float64Array): void {
    for (let j = 0; j < this.positions.length; j++) contributions[j] = this.effectOf(j) - this.means[j];
  }

  private effectOf(j: number): number {
    const value = this.rows[this.offset + this.positions[j]];
    if (Number.isNaN(value)) return this.absents[j];
    const start = this.starts[j];
    if (start === -1) return this.slopes[j] * value;
    // Unknown categories have no effect.
    return value < 0 ? 0 : this.categories[start + value];
  }
}

export function effectsOf(
  { terms, rows }: LinearEstimator,
  features: readonly TrainedFeature[],
  table: Table,
): Effect[] {
  return features.map((feature) => {
    const own = terms.filter((term) => term.feature === feature.name);
    const position = table.indexOf(feature.name);
    const missing = own.find((term) => term.missing)?.coefficient ?? 0;
    if (isNumberLike(feature)) {
      const slope = own.find((term) => !term.missing)?.coefficient ?? 0;
      const atMean = slope * feature.mean;
      return {
        position,
        slope,
        categories: undefined,
        absent: atMean + missing,
        mean: atMean + (missing * feature.missing) / rows,
      };
    }
    const coefficients = new Map(own.map(({ category, coefficient }) => [category, coefficient]));
    const categories = (table.features[position].categories ?? []).map(
      (category) => coefficients.get(category) ?? 0,
    );
    const sum = categories.reduce((sum, effect, c) => sum + effect * feature.counts[c], 0);
    return {
      position,
      slope: 0,
      categories,
      absent: missing,
      mean: (sum + missing * feature.missing) / rows,
    };
  });
}
