import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { HousePriceError } from "../../model/errors";
import type { CurveData } from "../../model/estimators/basis/basis-format";
import { clip } from "../../model/range";
import { covariance } from "../covariance";
import { quantiles } from "../quantiles";
import { deviation, mean } from "../statistics";
import type { Structure } from "./structure";

/** Added to the diagonal of a kernel matrix, so that it is safely positive definite. */
export const JITTER = 1e-4;

/**
 * Learns the curves of one feature from its values; the target has no part in it.
 *
 * The curves span the kernels about the knots. They are chosen so that the sum of a combination's squared coefficients
 * is its squared norm in the kernel's Hilbert space, which is how rough it is, and so that over the rows they have mean
 * zero, are uncorrelated, and come in the order of their variance: the smoothest first.
 *
 * @throws HousePriceError DATA_INVALID where a value has no logarithm, or all values are the same
 *
 * Source: Wahba, "Spline Models for Observational Data" (1990), chapter 1; the order is that of kernel principal
 * components, Schölkopf, Smola and Müller, Neural Computation 10 (1998) 1299-1319.
 */
export function learnCurve(
  { feature, transform }: Pick<CurveData, "feature" | "transform">,
  values: Float64Array,
  { limit, knots: knotCount, curveLength: length }: Structure,
): CurveData {
  const transformed = transform === "log" ? values.map(Math.log) : values;
  const centre = mean(transformed);
  const scale = deviation(transformed, centre);
  refuseWithoutScale(feature, transformed, scale);
  const us = transformed.map((value) => clip((value - centre) / scale, -limit, limit));

  const levels = Array.from({ length: knotCount }, (_, k) => (k + 0.5) / knotCount);
  const knots = [...new Set(quantiles(us, levels))];
  const kernel = (distance: number) => 1 / (1 + (distance / length) ** 2);
  const kernels = knots.map((knot) => us.map((u) => kernel(u - knot)));
  const kernelMeans = kernels.map((column) => mean(column));

  // K = V·diag(e)·Vᵀ between the knots; the columns of V·diag(e)^(-1/2) are functions of norm 1.
  const between = new Matrix(
    knots.map((a, i) => knots.map((b, j) => kernel(a - b) + (i === j ? JITTER : 0))),
  );
  const { values: norms, vectors } = symmetricEigen(between);
  const unit = vectors.mulRowVector(norms.map((norm) => 1 / Math.sqrt(norm)));

  // Rotated so that they are uncorrelated over the rows: rotating does not change the norm.
  const { vectors: rotation } = symmetricEigen(
    unit.transpose().mmul(covariance(kernels, kernelMeans)).mmul(unit),
  );
  const functions = unit.mmul(rotation).transpose().to2DArray();
  return { feature, transform, mean: centre, scale, limit, length, knots, kernelMeans, functions };
}

function refuseWithoutScale(feature: string, transformed: Float64Array, scale: number): void {
  if (!transformed.every(Number.isFinite)) {
    throw new HousePriceError(
      "DATA_INVALID",
      `${feature} is 0 or less in a training row, and the model takes its logarithm: leave such rows out.`,
    );
  }
  if (!(scale > 0)) {
    throw new HousePriceError(
      "DATA_INVALID",
      `${feature} has the same value in every training row: give data in which it varies.`,
    );
  }
}

/** Eigenvalues of a symmetric matrix from largest to smallest, and their vectors as columns. */
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
