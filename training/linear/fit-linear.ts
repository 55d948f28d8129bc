import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import MultivariateLinearRegression from "ml-regression-multivariate-linear";
import { HousePriceError } from "../../model/errors";
import { deviation, mean } from "../statistics";
import { columnOf, type TrainingTable } from "../training-table";

/** Coefficients in the features' own units: prediction = intercept + Σ coefficientⱼ · featureⱼ. */
export interface LinearFit {
  readonly intercept: number;
  readonly coefficients: number[];
}

/**
 * Below this ratio of the smallest to the largest eigenvalue of the correlation matrix, features count as linearly
 * dependent. The eight features of the data set are at 5e-3; a duplicated one is at 1e-16.
 */
const COLLINEAR = 1e-10;

/** Columns of numbers, and what is fitted to them. */
export interface Numbers {
  readonly names: readonly string[];
  readonly columns: readonly Float64Array[];
  readonly target: Float64Array;
}

/** The features of a table as columns. */
export function featureColumns(table: TrainingTable): Numbers {
  const positions = Array.from(table.features);
  return {
    names: positions.map((position) => table.table.features[position].name),
    columns: positions.map((position) => columnOf(table, position)),
    target: table.target,
  };
}

/**
 * Ordinary least squares.
 *
 * The regression package solves XᵀXβ = Xᵀy, which squares the condition number of X: on the raw columns, Population
 * beside Longitude, eight digits would be lost. So it is given standardised columns, and the coefficients are mapped
 * back to the features' units afterwards.
 *
 * @throws HousePriceError FEATURES_COLLINEAR where a feature is constant, or a combination of the others
 */
export function fitLinear({ names, columns, target }: Numbers): LinearFit {
  const means = columns.map((column) => mean(column));
  const scales = columns.map((column, j) => deviation(column, means[j]));
  const constant = scales.findIndex((scale, j) => !(scale > 1e-12 * Math.abs(means[j])));
  if (constant !== -1) {
    throw new HousePriceError(
      "FEATURES_COLLINEAR",
      `${names[constant]} has the same value in every training row: leave it out of --features.`,
    );
  }
  const standardised = new Matrix(target.length, columns.length);
  columns.forEach((column, j) => {
    for (let i = 0; i < column.length; i++) standardised.set(i, j, (column[i] - means[j]) / scales[j]);
  });
  refuseCollinear(standardised, names);

  const targetMean = mean(target);
  const centred = Matrix.columnVector(Array.from(target, (value) => value - targetMean));
  const regression = new MultivariateLinearRegression(standardised, centred, { statistics: false });
  const weights = regression.weights.map(([weight]) => weight);

  const coefficients = scales.map((scale, j) => weights[j] / scale);
  const atMeans = coefficients.reduce((sum, coefficient, j) => sum + coefficient * means[j], 0);
  return { intercept: targetMean + weights[columns.length] - atMeans, coefficients };
}

function refuseCollinear(standardised: Matrix, names: readonly string[]): void {
  const correlation = standardised.transpose().mmul(standardised).div(standardised.rows);
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(correlation, {
    assumeSymmetric: true,
  });
  const smallest = Math.min(...realEigenvalues);
  if (smallest > COLLINEAR * Math.max(...realEigenvalues)) return;
  const direction = eigenvectorMatrix.getColumn(realEigenvalues.indexOf(smallest));
  const involved = names.filter((_, j) => Math.abs(direction[j]) > 0.05);
  throw new HousePriceError(
    "FEATURES_COLLINEAR",
    `${involved.join(", ")} are linearly dependent: leave at least one of them out of --features.`,
  );
}
