import type { DesignColumns } from "./design-columns";

/**
 * Sums for least squares: XᵀX, column sums, and Xᵀy. Rows are sparse, so each takes a number of operations quadratic in features, not in
 * columns.
 */
export class NormalEquations {
  readonly rows: number;
  readonly gram: Float64Array;
  readonly sums: Float64Array;
  readonly size: number;
  private targetSum = 0;

  constructor(
    readonly columns: DesignColumns,
    private readonly target: Float64Array,
  ) {
    this.size = columns.columns.length;
    this.gram = new Float64Array(this.size * this.size);
    this.sums = new Float64Array(this.size);
    this.rows = target.length;
    for (let row = 0; row < target.length; row++) this.add(row);
    this.mirror();
  }

  get targetMean(): number {
    return this.targetSum / this.rows;
  }

  /** Xᵀ(y - ŷ) with centred columns, for ŷ = mean(y) + Σ weightⱼ · (columnⱼ - mean); with zero weights, the right-hand side. */
  gradient(weights: Float64Array): Float64Array {
    const { columns, target, sums, rows } = this;
    const gradient = new Float64Array(this.size);
    const constant = this.targetMean - weights.reduce((sum, weight, j) => sum + (weight * sums[j]) / rows, 0);
    let total = 0;
    for (let row = 0; row < target.length; row++) {
      const count = columns.read(row);
      let residual = target[row] - constant;
      for (let a = 0; a < count; a++) residual -= weights[columns.found[a]] * columns.values[a];
      for (let a = 0; a < count; a++) gradient[columns.found[a]] += residual * columns.values[a];
      total += residual;
    }
    for (let j = 0; j < this.size; j++) gradient[j] -= (sums[j] / rows) * total;
    return gradient;
  }

  private add(row: number): void {
    const { columns, gram, sums, size } = this;
    const count = columns.read(row);
    const { found, values } = columns;
    for (let a = 0; a < count; a++) {
      const start = found[a] * size;
      const value = values[a];
      sums[found[a]] += value;
      for (let b = 0; b <= a; b++) gram[start + found[b]] += value * values[b];
    }
    this.targetSum += this.target[row];
  }

  /** Only the lower triangle is summed. */
  private mirror(): void {
    const { gram, size } = this;
    for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) gram[j * size + i] = gram[i * size + j];
  }
}
