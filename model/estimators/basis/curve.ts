import { clip } from "../../range";
import type { Table } from "../../table/table";
import type { CurveData } from "./basis-format";

/**
 * Smooth functions of one feature, constant beyond the bulk of the training rows:
 *
 * ψₖ(x) = Σⱼ functionsₖⱼ · (κ(u - knotⱼ) - kernelMeansⱼ), with κ(d) = 1 / (1 + (d / length)²)
 * and u = (t(x) - mean) / scale, clipped to ± limit, where t is the logarithm or nothing.
 *
 * The logarithm of 0 is -∞, which is clipped like any other value that is far out.
 */
export class Curve {
  /** ψ of the last row given to {@link update}. */
  readonly values: Float64Array;
  private readonly position: number;
  private readonly isLog: boolean;
  private readonly mean: number;
  private readonly scale: number;
  private readonly limit: number;
  private readonly length: number;
  private readonly knots: Float64Array;
  private readonly kernelMeans: Float64Array;
  private readonly weights: Float64Array;
  private readonly kernels: Float64Array;

  constructor(
    readonly data: CurveData,
    table: Table,
  ) {
    this.position = table.indexOf(data.feature);
    this.isLog = data.transform === "log";
    this.mean = data.mean;
    this.scale = data.scale;
    this.limit = data.limit;
    this.length = data.length;
    this.knots = Float64Array.from(data.knots);
    this.kernelMeans = Float64Array.from(data.kernelMeans);
    this.weights = Float64Array.from(data.functions.flat());
    this.kernels = new Float64Array(data.knots.length);
    this.values = new Float64Array(data.functions.length);
  }

  /** Computes {@link values} for the row that begins at `offset`. */
  update(rows: Float64Array, offset: number): void {
    const { knots, kernels, values, weights } = this;
    const u = this.standardise(rows[offset + this.position]);
    for (let j = 0; j < knots.length; j++) {
      const distance = (u - knots[j]) / this.length;
      kernels[j] = 1 / (1 + distance * distance) - this.kernelMeans[j];
    }
    for (let k = 0, at = 0; k < values.length; k++) {
      let sum = 0;
      for (let j = 0; j < kernels.length; j++) sum += weights[at++] * kernels[j];
      values[k] = sum;
    }
  }

  private standardise(value: number): number {
    const u = ((this.isLog ? Math.log(value) : value) - this.mean) / this.scale;
    return clip(u, -this.limit, this.limit);
  }
}
