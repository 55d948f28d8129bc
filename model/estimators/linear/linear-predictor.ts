import { isNumberLike, type TrainedFeature } from "../../file/trained-feature";
import { UNLIMITED } from "../../range";
import type { Table } from "../../table/table";
import { type FeatureSpread, FeatureSpreadFunction } from "../feature-spread";
import type { ContributionGroup, Predictor } from "../predictor";
import type { LinearEstimator } from "./linear-format";

/**
 * A linear function of the features themselves: intercept + Σ coefficientⱼ · featureⱼ.
 *
 * What a feature contributes is coefficientⱼ · (featureⱼ - meanⱼ): for a linear model, exactly its Shapley value where
 * features are taken as independent. Source: Štrumbelj and Kononenko, "Explaining prediction models and individual
 * predictions with feature contributions", Knowledge and Information Systems 41 (2014), section 3.1.
 */
export class LinearPredictor implements Predictor {
  readonly limits = UNLIMITED;
  readonly baseline: number;
  readonly groups: readonly ContributionGroup[];
  private readonly intercept: number;
  private readonly columns: Int32Array;
  private readonly slopes: Float64Array;
  private readonly means: Float64Array;
  private readonly spread: FeatureSpreadFunction;
  private rows: Float64Array = new Float64Array();
  private offset = 0;

  constructor(
    { intercept, coefficients }: LinearEstimator,
    features: readonly TrainedFeature[],
    spread: FeatureSpread,
    table: Table,
  ) {
    this.intercept = intercept;
    this.columns = Int32Array.from(features, ({ name }) => table.indexOf(name));
    this.slopes = Float64Array.from(coefficients);
    this.means = Float64Array.from(features.filter(isNumberLike), ({ mean }) => mean);
    this.spread = new FeatureSpreadFunction(spread, table);
    this.baseline = this.slopes.reduce((sum, slope, j) => sum + slope * this.means[j], intercept);
    this.groups = Array.from(this.columns, (column) => ({
      features: [column],
      label: table.features[column].apiName,
    }));
  }

  read(rows: Float64Array, offset: number): void {
    this.rows = rows;
    this.offset = offset;
  }

  prediction(): number {
    const { rows, offset, columns, slopes } = this;
    let sum = this.intercept;
    for (let j = 0; j < columns.length; j++) sum += slopes[j] * rows[offset + columns[j]];
    return sum;
  }

  errorScale(): number {
    return this.spread.at(this.rows, this.offset);
  }

  explain(contributions: Float64Array): void {
    const { rows, offset, columns, slopes, means } = this;
    for (let j = 0; j < columns.length; j++) {
      contributions[j] = slopes[j] * (rows[offset + columns[j]] - means[j]);
    }
  }
}
