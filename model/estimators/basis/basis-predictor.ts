import { clip, type Range } from "../../range";
import type { Table } from "../../table/table";
import { type FeatureSpread, FeatureSpreadFunction } from "../feature-spread";
import type { ContributionGroup, Predictor } from "../predictor";
import { Basis } from "./basis";
import type { BasisEstimator, BasisSpread } from "./basis-estimator-format";

/**
 * A linear function of the columns of a basis: intercept + Σ coefficientⱼ · φⱼ(x), clipped to the training target's
 * range.
 *
 * A block of columns reads the same features, so its part of the sum, less its mean over the training rows, is what
 * those features contribute beyond what smaller groups of them do.
 *
 * The error scale is on the same columns, σ(x) = exp(intercept + Σ coefficientⱼ · φⱼ(x), clipped), or on the features.
 */
export class BasisPredictor implements Predictor {
  readonly limits: Range;
  readonly baseline: number;
  readonly groups: readonly ContributionGroup[];
  private readonly basis: Basis;
  private readonly weights: Float64Array;
  private readonly means: Float64Array;
  private readonly spread: FeatureSpreadFunction | ColumnSpread;
  /** φ of the row. */
  private readonly columns: Float64Array;
  private rows: Float64Array = new Float64Array();
  private offset = 0;

  constructor(
    private readonly estimator: BasisEstimator,
    spread: FeatureSpread | BasisSpread,
    table: Table,
  ) {
    const { basis, clip: limits, contributions, intercept, coefficients } = estimator;
    this.limits = limits;
    this.basis = new Basis(basis, table);
    this.weights = Float64Array.from(coefficients);
    this.means = Float64Array.from(contributions, ({ mean }) => mean);
    this.columns = new Float64Array(this.basis.size);
    this.spread =
      "terms" in spread ? new FeatureSpreadFunction(spread, table) : new ColumnSpread(spread, this.columns);
    this.baseline = this.means.reduce((sum, mean) => sum + mean, intercept);
    this.groups = this.basis.blocks.map(({ features, label }) => ({ features, label }));
  }

  read(rows: Float64Array, offset: number): void {
    this.rows = rows;
    this.offset = offset;
    this.basis.evaluate(rows, offset, this.columns);
  }

  prediction(): number {
    return this.estimator.intercept + weightedSum(this.weights, this.columns, 0, this.columns.length);
  }

  errorScale(): number {
    return this.spread.at(this.rows, this.offset);
  }

  explain(contributions: Float64Array): void {
    const { blocks } = this.basis;
    for (let b = 0; b < blocks.length; b++) {
      const { start, end } = blocks[b];
      contributions[b] = weightedSum(this.weights, this.columns, start, end) - this.means[b];
    }
  }
}

/** σ of the row whose columns were computed last. */
class ColumnSpread {
  private readonly weights: Float64Array;

  constructor(
    private readonly spread: BasisSpread,
    private readonly columns: Float64Array,
  ) {
    this.weights = Float64Array.from(spread.coefficients);
  }

  at(): number {
    const { intercept, min, max } = this.spread;
    const logSpread = intercept + weightedSum(this.weights, this.columns, 0, this.columns.length);
    return Math.exp(clip(logSpread, min, max));
  }
}

function weightedSum(weights: Float64Array, columns: Float64Array, start: number, end: number): number {
  let sum = 0;
  for (let j = start; j < end; j++) sum += weights[j] * columns[j];
  return sum;
}
