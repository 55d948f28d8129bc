import * as v from "valibot";
import { BOUNDS, list } from "../file/bounds";
import { column, finite } from "../file/fields";
import { isNumberLike, type TrainedFeature } from "../file/trained-feature";
import { clip } from "../range";
import type { Table } from "../table/table";

/** log σ(x) as a linear regression on the clipped features; available for every kind of estimator. */
export const FeatureSpreadSchema = v.strictObject({
  intercept: finite,
  terms: list(
    v.strictObject({
      feature: column,
      min: finite,
      max: finite,
      /** Replaces a missing value; by default the middle of the range. */
      absent: v.exactOptional(finite),
      coefficient: finite,
    }),
    BOUNDS.features,
  ),
});

export type FeatureSpread = v.InferOutput<typeof FeatureSpreadSchema>;

export const CONSTANT_SPREAD: FeatureSpread = { intercept: 0, terms: [] };

/** Returns a message if the scale does not fit the model's features. */
export function findSpreadMisfit(
  { terms }: FeatureSpread,
  features: readonly TrainedFeature[],
): string | undefined {
  const numbers = new Set(features.filter(isNumberLike).map(({ name }) => name));
  return terms.every(({ feature }) => numbers.has(feature))
    ? undefined
    : "The spread uses a feature that is not listed";
}

/** σ(x) = exp(intercept + Σ coefficientⱼ · clip(xⱼ)). */
export class FeatureSpreadFunction {
  private readonly intercept: number;
  private readonly positions: Int32Array;
  private readonly coefficients: Float64Array;
  private readonly lower: Float64Array;
  private readonly upper: Float64Array;
  private readonly absent: Float64Array;

  constructor({ intercept, terms }: FeatureSpread, table: Table) {
    this.intercept = intercept;
    this.positions = Int32Array.from(terms, (term) => table.indexOf(term.feature));
    this.coefficients = Float64Array.from(terms, (term) => term.coefficient);
    this.lower = Float64Array.from(terms, (term) => term.min);
    this.upper = Float64Array.from(terms, (term) => term.max);
    // If training had no missing values, such rows are never answered, but test rows may have them.
    this.absent = Float64Array.from(terms, ({ absent, min, max }) => absent ?? (min + max) / 2);
  }

  at(rows: Float64Array, offset: number): number {
    const { positions, coefficients, lower, upper, absent } = this;
    let logSpread = this.intercept;
    for (let j = 0; j < positions.length; j++) {
      const value = rows[offset + positions[j]];
      logSpread += coefficients[j] * clip(Number.isNaN(value) ? absent[j] : value, lower[j], upper[j]);
    }
    return Math.exp(logSpread);
  }
}
