import type { Novelty } from "../file/format";
import { isNumberLike, type TrainedFeature } from "../file/trained-feature";
import type { Table } from "../table/table";

/**
 * How unlike the training rows a row is, as a whole: its Mahalanobis distance from their mean,
 * √((x - μ)ᵀ Σ⁻¹ (x - μ)), which for a linear regression also orders rows by leverage. Each feature may be within its
 * range while their combination is not. It covers the columns that the file names, all of them numbers; a missing value
 * is as ordinary as the mean.
 *
 * Source: Mahalanobis, "On the generalised distance in statistics", Proceedings of the National Institute of Sciences
 * of India 2 (1936) 49-55.
 *
 * @param features - of the model, with their means over the training rows
 */
export function distanceFunction(
  { columns, whitening }: Pick<Novelty, "columns" | "whitening">,
  features: readonly TrainedFeature[],
  table: Table,
): (rows: Float64Array, offset: number) => number {
  // Every predicted row comes through here, so it is done on flat arrays; the matrix is lower triangular.
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
