import { clip, type Range } from "../../range";
import type { Table } from "../../table/table";
import { FeatureSpreadFunction } from "../feature-spread";
import type { Predictor } from "../predictor";
import { Basis } from "./basis";
import { type BlockGroup, groupBlocks } from "./group-blocks";
import { logarithmicMean } from "./log-mean";
import type { SmoothEstimator, SmoothSpread } from "./smooth-format";

/**
 * A linear function of the columns of a basis: η = intercept + Σ coefficientⱼ · φⱼ(x). The prediction is η, or smearing · exp(η) if the
 * regression is fitted on log(target) (Duan, "Smearing estimate: a nonparametric retransformation method", Journal of the American
 * Statistical Association 78 (1983) 605-610).
 *
 * Blocks with the same features form a group. Its part of the sum, minus the mean over the training rows, is its contribution to η. On
 * the log scale it multiplies the baseline by a factor; {@link logarithmicMean} converts factors to additive contributions.
 *
 * The error scale is σ(x) = exp(intercept + Σ coefficientⱼ · φⱼ(x), clipped), or a function of the features.
 */
export class SmoothPredictor implements Predictor {
  readonly limits: Range;
  readonly baseline: number;
  readonly groups: readonly BlockGroup[];
  private readonly basis: Basis;
  private readonly parts: readonly (() => number)[];
  private readonly means: Float64Array;
  /** Contribution of each block to η, for the row predicted last. */
  private readonly sums: Float64Array;
  private readonly spread: () => number;
  private readonly centre: number;
  private rows: Float64Array = new Float64Array();
  private offset = 0;
  /** Whether {@link sums} belong to the row read last. */
  private isSummed = false;
  private total = Number.NaN;

  constructor(
    private readonly estimator: SmoothEstimator,
    spread: SmoothSpread,
    table: Table,
  ) {
    const { basis, contributions, coefficients, intercept } = estimator;
    this.limits = estimator.clip;
    this.basis = new Basis(basis, table);
    this.parts = this.weighBlocks(coefficients);
    this.means = Float64Array.from(contributions, ({ mean }) => mean);
    this.sums = new Float64Array(this.parts.length);
    this.centre = this.means.reduce((sum, mean) => sum + mean, intercept);
    this.baseline = this.targetAt(this.centre);
    this.groups = groupBlocks(this.basis.blocks);
    this.spread = this.createSpread(spread, table);
  }

  read(rows: Float64Array, offset: number): void {
    this.rows = rows;
    this.offset = offset;
    this.isSummed = false;
    this.basis.read(rows, offset);
  }

  prediction(): number {
    this.sum();
    return this.targetAt(this.total);
  }

  errorScale(): number {
    return this.spread();
  }

  explain(contributions: Float64Array): void {
    this.writeEffects(contributions);
    if (this.estimator.scale.kind === "identity") return;
    const mean = logarithmicMean(this.prediction(), this.baseline, this.total - this.centre);
    for (let g = 0; g < contributions.length; g++) contributions[g] *= mean;
  }

  explainFactors(factors: Float64Array): void {
    if (this.estimator.scale.kind === "identity") {
      factors.fill(Number.NaN);
      return;
    }
    this.writeEffects(factors);
    for (let g = 0; g < factors.length; g++) factors[g] = Math.exp(factors[g]);
  }

  /** Writes the centred contribution of each group to η. */
  private writeEffects(effects: Float64Array): void {
    this.sum();
    const { groups, sums, means } = this;
    for (let g = 0; g < groups.length; g++) {
      const { blocks } = groups[g];
      let effect = 0;
      for (let i = 0; i < blocks.length; i++) effect += sums[blocks[i]] - means[blocks[i]];
      effects[g] = effect;
    }
  }

  private sum(): void {
    if (this.isSummed) return;
    const { parts, sums } = this;
    let total = this.estimator.intercept;
    for (let b = 0; b < parts.length; b++) {
      const sum = parts[b]();
      sums[b] = sum;
      total += sum;
    }
    this.total = total;
    this.isSummed = true;
  }

  private targetAt(total: number): number {
    const { scale } = this.estimator;
    return scale.kind === "log" ? scale.smearing * Math.exp(total) : total;
  }

  private weighBlocks(coefficients: readonly number[]): (() => number)[] {
    const weights = Float64Array.from(coefficients);
    return this.basis.blocks.map((block) =>
      block.weigh(weights.subarray(block.start, block.start + block.size)),
    );
  }

  private createSpread(spread: SmoothSpread, table: Table): () => number {
    if ("terms" in spread) {
      const onFeatures = new FeatureSpreadFunction(spread, table);
      return () => onFeatures.at(this.rows, this.offset);
    }
    const { intercept, coefficients, min, max } = spread;
    const parts = this.weighBlocks(coefficients);
    return () => {
      let logSpread = intercept;
      for (let b = 0; b < parts.length; b++) logSpread += parts[b]();
      return Math.exp(clip(logSpread, min, max));
    };
  }
}
