import type { Novelty } from "../file/format";
import { isNumberLike, type TrainedFeature } from "../file/trained-feature";
import type { Table } from "../table/table";

/**
 * Mahalanobis distance from the mean of the training rows, √((x - μ)ᵀ Σ⁻¹ (x - μ)), which detects unusual combinations of values within
 * their ranges. It covers the numeric columns named in the file; missing values are replaced by the mean. For linear regression it orders
 * rows by leverage.
 *
 * Source: Mahalanobis, "On the generalised distance in statistics", Proceedings of the National Institute of Sciences of India 2 (1936)
 * 49-55.
 *
 * @param features - with their training means
 */
export function distanceFunction(
  { columns, whitening }: Pick<Novelty, "columns" | "whitening">,
  features: readonly TrainedFeature[],
  table: Table,
): (rows: Float64Array, offset: number) => number {
  // Hot path, so flat arrays; the matrix is lower triangular.
  const order = columns.length;
  const positions = Int32Array.from(columns, (name) => table.indexOf(name));
  const means = new Map(features.filter(isNumberLike).map(({ name, mean }) => [name, mean]));
  const centre = Float64Array.from(columns, (name) => means.get(name) ?? Number.NaN);
  const weights = new Float64Array(order * order);
  whitening.forEach((row, i) => {
    weights.set(row, i * order);
  });
  const deviations = new Float64Array(order);
  return (rows, offset) => {
    for (let j = 0; j < order; j++) {
      const value = rows[offset + positions[j]];
      deviations[j] = Number.isNaN(value) ? 0 : value - centre[j];
    }
    let squared = 0;
    for (let i = 0; i < order; i++) {
      let sum = 0;
      for (let j = 0; j <= i; j++) sum += weights[i * order + j] * deviations[j];
      squared += sum * sum;
    }
    return Math.sqrt(squared);
  };
}
