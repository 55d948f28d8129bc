import { clip } from "../../range";
import type { CurveData } from "./curve-format";

/** Node spacing in standardised units, far finer than the functions vary. */
export const STEP = 1 / 16;

/**
 * Smooth functions of one feature:
 *
 * ψₖ(x) = Σⱼ functionsₖⱼ · (κ(u - knotⱼ) - kernelMeansⱼ), with κ(d) = 1 / (1 + (d / length)²) and u = (t(x) - mean) / scale, clipped to ±
 * limit, where t is the logarithm or the identity.
 *
 * They are tabulated at nodes and linear in between, so a weighted sum costs as much as one function. If the feature is missing, all are
 * 0, their mean.
 */
export class Curve {
  readonly size: number;
  /** Index of the last node below the value. */
  node = 0;
  /** Position between this node and the next, from 0 to 1. */
  fraction = 0;
  readonly nodes: number;
  /** All functions at the first node, the second, …; then zeros twice, for missing values. */
  private readonly table: Float64Array;
  private readonly isLog: boolean;
  private readonly shift: number;
  private readonly mean: number;
  private readonly scale: number;
  private readonly limit: number;

  constructor(
    data: CurveData,
    readonly position: number,
  ) {
    this.isLog = data.transform.kind === "log";
    this.shift = data.transform.kind === "log" ? data.transform.shift : 0;
    this.mean = data.mean;
    this.scale = data.scale;
    this.limit = data.limit;
    this.size = data.functions.length;
    this.nodes = Math.ceil((2 * data.limit) / STEP) + 1;
    this.table = new Float64Array((this.nodes + 2) * this.size);
    for (let i = 0; i < this.nodes; i++) {
      this.table.set(functionsAt(i * STEP - data.limit, data), i * this.size);
    }
  }

  read(rows: Float64Array, offset: number): void {
    const u = this.standardise(rows[offset + this.position]);
    if (Number.isNaN(u)) {
      this.node = this.nodes;
      this.fraction = 0;
      return;
    }
    const place = (u + this.limit) / STEP;
    this.node = Math.min(Math.floor(place), this.nodes - 2);
    this.fraction = place - this.node;
  }

  at(k: number): number {
    const { table, size } = this;
    const before = table[this.node * size + k];
    return before + this.fraction * (table[(this.node + 1) * size + k] - before);
  }

  weigh(weights: Float64Array): Float64Array {
    const { table, size } = this;
    return Float64Array.from({ length: this.nodes + 2 }, (_, node) => {
      let sum = 0;
      for (let k = 0; k < size; k++) sum += weights[k] * table[node * size + k];
      return sum;
    });
  }

  /** Standardised and clipped value; `NaN` if missing. */
  standardise(value: number): number {
    const transformed = this.isLog ? Math.log(value + this.shift) : value;
    // Clip arguments below 0 like 0.
    const u =
      Number.isNaN(transformed) && !Number.isNaN(value) ? -Infinity : (transformed - this.mean) / this.scale;
    return clip(u, -this.limit, this.limit);
  }
}

function functionsAt(u: number, { length, knots, kernelMeans, functions }: CurveData): number[] {
  const kernels = knots.map((knot, j) => 1 / (1 + ((u - knot) / length) ** 2) - kernelMeans[j]);
  return functions.map((weights) => weights.reduce((sum, weight, j) => sum + weight * kernels[j], 0));
}
