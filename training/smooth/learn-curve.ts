import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import type { CurveData } from "../../model/estimators/smooth/curve-format";
import { clip } from "../../model/range";
import { covariance } from "../covariance";
import { quantiles } from "../quantiles";
import { deviation, mean } from "../statistics";
import type { Transform } from "./choose-transform";
import { RULES } from "./rules";

/** Added to the kernel matrix's diagonal for positive definiteness. */
export const JITTER = 1e-4;

/**
 * Learns univariate basis functions of a feature, independently of the target. They span the kernels at the knots and are chosen so that
 * the sum of squared coefficients is the squared norm in the kernel's Hilbert space (the roughness), and so that over the rows they have
 * mean zero, are uncorrelated, and are ordered by variance, smoothest first.
 *
 * Source: Wahba, "Spline Models for Observational Data" (1990), chapter 1; the order is that of kernel principal components, Schölkopf,
 * Smola and Müller, Neural Computation 10 (1998) 1299-1319.
 *
 * @param values - without missing values; at least two distinct
 * @param knotCount - maximum number of knots
 */
export function learnCurve(
  feature: string,
  transform: Transform,
  values: Float64Array,
  knotCount: number,
): CurveData {
  const { limit, length } = RULES.curve;
  const transformed =
    transform.kind === "log" ? values.map((value) => Math.log(value + transform.shift)) : values;
  const centre = mean(transformed);
  const scale = deviation(transformed, centre);
  const us = transformed.map((value) => clip((value - centre) / scale, -limit, limit));

  const knots = chooseKnots(us, knotCount);
  const kernel = (distance: number) => 1 / (1 + (distance / length) ** 2);
  const kernels = knots.map((knot) => us.map((u) => kernel(u - knot)));
  const kernelMeans = kernels.map((column) => mean(column));

  // K = V·diag(e)·Vᵀ between the knots; the columns of V·diag(e)^(-1/2) have norm 1.
  const between = new Matrix(
    knots.map((a, i) => knots.map((b, j) => kernel(a - b) + (i === j ? JITTER : 0))),
  );
  const { values: norms, vectors } = symmetricEigen(between);
  const unit = vectors.mulRowVector(norms.map((norm) => 1 / Math.sqrt(norm)));

  // Rotate to uncorrelated functions, which preserves the norm.
  const { vectors: rotation } = symmetricEigen(
    unit.transpose().mmul(covariance(kernels, kernelMeans)).mmul(unit),
  );
  const functions = unit.mmul(rotation).transpose().to2DArray();
  return { feature, transform, mean: centre, scale, limit, length, knots, kernelMeans, functions };
}

/** Distinct quantiles, or the distinct values if there are few. */
function chooseKnots(us: Float64Array, count: number): number[] {
  const different = new Set(us);
  if (different.size <= count) return [...different].sort((a, b) => a - b);
  const levels = Array.from({ length: count }, (_, k) => (k + 0.5) / count);
  return [...new Set(quantiles(us, levels))];
}

/** Eigenvalues in descending order, with eigenvectors as columns. */
function symmetricEigen(matrix: Matrix): { values: number[]; vectors: Matrix } {
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(matrix, {
    assumeSymmetric: true,
  });
  const order = realEigenvalues.map((_, i) => i).sort((a, b) => realEigenvalues[b] - realEigenvalues[a]);
  return {
    values: order.map((i) => realEigenvalues[i]),
    vectors: eigenvectorMatrix.subMatrixColumn(order),
  };
}
