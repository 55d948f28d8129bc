import type { DesignColumn } from "./design-columns";
import { minimumNorm } from "./minimum-norm";
import type { NormalEquations } from "./normal-equations";
import { combinationOf, decomposePivoted, type PivotedCholesky, solveIndependent } from "./pivoted-cholesky";

/** In the features' units: prediction = intercept + Σ coefficientⱼ · columnⱼ. */
export interface LeastSquares {
  readonly intercept: number;
  readonly terms: readonly (DesignColumn & { readonly coefficient: number })[];
  /** Linearly dependent columns, whose own effect is not determined. */
  readonly aliased: readonly DesignColumn[];
}

/** Share of a column's squares about the mean below which it counts as constant. */
const CONSTANT = 1e-11;
/** Share of unexplained variance below which a column counts as dependent. */
const DEPENDENT = 1e-11;

/** Steps of iterative refinement, which compensate for the squared condition number. */
const REFINEMENTS = 3;

/**
 * Ordinary least squares with the encoding of scikit-learn's `SimpleImputer(strategy="mean", add_indicator=True)` and
 * `OneHotEncoder(drop="first")`: missing numbers are their mean, with a column that tells so; the first category of each feature has no
 * column. Where columns depend on each other, the coefficients are those of the least norm, as `LinearRegression` gives them.
 *
 * The equations are solved for standardised columns; see Higham (2002), chapters 10 and 12, for pivoting and refinement.
 */
export function solveLeastSquares(equations: NormalEquations): LeastSquares {
  const imputation = new Imputation(equations);
  const used = usedColumns(equations, imputation);
  const { matrix, norms } = correlationOf(equations, imputation, used);
  const factor = decomposePivoted(matrix, used.length, DEPENDENT);
  const weights = solveRefined(equations, imputation, used, norms, factor);

  const { columns, scales } = equations.columns;
  const order = Array.from(factor.order, (k) => used[k]);
  // In the features' units, in which the norm is minimised.
  const units = Array.from(factor.order, (k) => norms[k] * scales[used[k]]);
  const independent = weights.map((weight, k) => weight / units[k]);
  const combinations = order.slice(factor.rank).map((_, d) => {
    const unit = units[factor.rank + d];
    return combinationOf(factor, d).map((weight, k) => (weight * unit) / units[k]);
  });
  const coefficients = minimumNorm(independent, combinations);
  const terms = order
    .map((j, k) => ({ position: j, ...columns[j], coefficient: coefficients[k] }))
    .sort((a, b) => a.position - b.position);
  const intercept = terms.reduce(
    (rest, { position, coefficient }) => rest - coefficient * imputation.meanOf(position),
    equations.targetMean,
  );
  return {
    intercept,
    terms: terms.map(({ position: _, ...term }) => term),
    aliased: order
      .slice(factor.rank)
      .sort((a, b) => a - b)
      .map((j) => columns[j]),
  };
}

/**
 * Mean imputation. Columns have 0 for missing numbers, which stands for the mean over the whole table instead of the fitted rows; the
 * difference is a multiple of the indicator column.
 */
class Imputation {
  private readonly shifts: Float64Array;

  constructor(private readonly equations: NormalEquations) {
    const { columns, sums, rows, gram, size } = equations;
    this.shifts = Float64Array.from(columns.indicators, (indicator, j) => {
      if (indicator === -1) return 0;
      const present = rows - gram[indicator * size + indicator];
      return present > 0 ? sums[j] / present : 0;
    });
  }

  /** Adds the multiple of the indicator, in both dimensions of the Gram matrix. */
  shiftGram(gram: Float64Array): void {
    const { size, columns } = this.equations;
    this.shifts.forEach((shift, j) => {
      if (shift === 0) return;
      const indicator = columns.indicators[j];
      for (let k = 0; k < size; k++) gram[j * size + k] += shift * gram[indicator * size + k];
      for (let k = 0; k < size; k++) gram[k * size + j] += shift * gram[k * size + indicator];
    });
  }

  /** The same for sums of columns. */
  shiftSums(sums: Float64Array): void {
    this.shifts.forEach((shift, j) => {
      if (shift !== 0) sums[j] += shift * sums[this.equations.columns.indicators[j]];
    });
  }

  /** Converts weights of imputed columns to weights of the stored columns. */
  weightsAsRead(weights: Float64Array): Float64Array {
    const read = weights.slice();
    this.shifts.forEach((shift, j) => {
      if (shift !== 0) read[this.equations.columns.indicators[j]] += shift * weights[j];
    });
    return read;
  }

  /** Mean of an imputed column, in the feature's unit. */
  meanOf(column: number): number {
    const { columns, sums, rows } = this.equations;
    const indicator = columns.indicators[column];
    const missing = indicator === -1 ? 0 : sums[indicator];
    const mean = (sums[column] + this.shifts[column] * missing) / rows;
    return columns.centres[column] + columns.scales[column] * mean;
  }
}

/** Columns that vary; of the categories of each feature, all that occur but the first. */
function usedColumns(equations: NormalEquations, imputation: Imputation): number[] {
  const { columns, sums, gram, rows, size } = equations;
  const squares = gram.slice();
  imputation.shiftGram(squares);
  const totals = sums.slice();
  imputation.shiftSums(totals);
  let dropped = -1;
  return columns.columns.flatMap(({ kind, feature }, j) => {
    if (kind === "category" && feature !== dropped && sums[j] > 0) {
      dropped = feature;
      return [];
    }
    const square = squares[j * size + j];
    return square - totals[j] ** 2 / rows > CONSTANT * square ? [j] : [];
  });
}

/** Correlation matrix of the used columns, and their norms about the mean. */
function correlationOf(equations: NormalEquations, imputation: Imputation, used: readonly number[]) {
  const { size, rows } = equations;
  const gram = equations.gram.slice();
  const sums = equations.sums.slice();
  imputation.shiftGram(gram);
  imputation.shiftSums(sums);
  const matrix = new Float64Array(used.length ** 2);
  used.forEach((j, a) => {
    used.forEach((k, b) => {
      matrix[a * used.length + b] = gram[j * size + k] - (sums[j] * sums[k]) / rows;
    });
  });
  const norms = Float64Array.from(used, (_, a) => Math.sqrt(matrix[a * used.length + a]));
  norms.forEach((norm, a) => {
    for (let b = 0; b < used.length; b++) {
      matrix[a * used.length + b] /= norm;
      matrix[b * used.length + a] /= norm;
    }
  });
  return { matrix, norms };
}

/** Weights of the standardised independent columns, in the factor's order. */
function solveRefined(
  equations: NormalEquations,
  imputation: Imputation,
  used: readonly number[],
  norms: Float64Array,
  factor: PivotedCholesky,
): Float64Array {
  const independent = factor.order.subarray(0, factor.rank);
  const weights = new Float64Array(factor.rank);
  for (let round = 0; round <= REFINEMENTS; round++) {
    const imputed = new Float64Array(equations.size);
    independent.forEach((k, i) => {
      imputed[used[k]] = weights[i] / norms[k];
    });
    const gradient = equations.gradient(imputation.weightsAsRead(imputed));
    imputation.shiftSums(gradient);
    const correction = Float64Array.from(independent, (k) => gradient[used[k]] / norms[k]);
    solveIndependent(factor, correction);
    for (let i = 0; i < weights.length; i++) weights[i] += correction[i];
  }
  return weights;
}
