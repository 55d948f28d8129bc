import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import MultivariateLinearRegression from "ml-regression-multivariate-linear";
import { deviation, mean } from "../statistics";

/** In the columns' units: prediction = intercept + Σ coefficientⱼ · columnⱼ. */
export interface NumbersFit {
  readonly intercept: number;
  readonly coefficients: number[];
}

export interface Numbers {
  readonly columns: readonly Float64Array[];
  readonly target: Float64Array;
}

/**
 * Ratio of the smallest to the largest eigenvalue of the correlation matrix below which columns count as dependent. Correlated features
 * are at 5e-3, duplicates at 1e-16.
 */
const COLLINEAR = 1e-10;

/**
 * Ordinary least squares; undefined if a column is constant or depends on others.
 *
 * The regression package solves XᵀXβ = Xᵀy, which squares the condition number: raw columns (population beside longitude) would lose
 * eight digits. So columns are standardised, and the coefficients mapped back.
 */
export function fitNumbers({ columns, target }: Numbers): NumbersFit | undefined {
  const means = columns.map((column) => mean(column));
  const scales = columns.map((column, j) => deviation(column, means[j]));
  if (scales.some((scale, j) => !(scale > 1e-12 * Math.abs(means[j])))) return undefined;
  const standardised = new Matrix(target.length, columns.length);
  columns.forEach((column, j) => {
    for (let i = 0; i < column.length; i++) standardised.set(i, j, (column[i] - means[j]) / scales[j]);
  });
  if (isCollinear(standardised)) return undefined;

  const targetMean = mean(target);
  const centred = Matrix.columnVector(Array.from(target, (value) => value - targetMean));
  const regression = new MultivariateLinearRegression(standardised, centred, { statistics: false });
  const weights = regression.weights.map(([weight]) => weight);

  const coefficients = scales.map((scale, j) => weights[j] / scale);
  const atMeans = coefficients.reduce((sum, coefficient, j) => sum + coefficient * means[j], 0);
  return { intercept: targetMean + weights[columns.length] - atMeans, coefficients };
}

function isCollinear(standardised: Matrix): boolean {
  const correlation = standardised.transpose().mmul(standardised).div(standardised.rows);
  const { realEigenvalues } = new EigenvalueDecomposition(correlation, { assumeSymmetric: true });
  return !(Math.min(...realEigenvalues) > COLLINEAR * Math.max(...realEigenvalues));
}
