import type { Novelty } from "../file/format";

/**
 * How unlike the training rows a row is, as a whole: its Mahalanobis distance from their mean,
 * √((x - μ)ᵀ Σ⁻¹ (x - μ)), which for a linear regression also orders rows by leverage. Each feature may be within its
 * range while their combination is not.
 *
 * Source: Mahalanobis, "On the generalised distance in statistics", Proceedings of the National Institute of Sciences
 * of India 2 (1936) 49-55.
 *
 * @param positions - of the model's features in a row
 * @param means - of the features over the training rows
 */
export function distanceFunction(
  { whitening }: Novelty,
  positions: readonly number[],
  means: readonly number[],
): (rows: Float64Array, offset: number) => number {
  // Every predicted row comes through here, so it is done on flat arrays; the matrix is lower triangular.
  const order = positions.length;
  const columns = Int32Array.from(positions);
  const centre = Float64Array.from(means);
  const weights = new Float64Array(order * order);
  whitening.forEach((row, i) => {
    weights.set(row, i * order);
  });
  const deviations = new Float64Array(order);
  return (rows, offset) => {
    for (let j = 0; j < order; j++) deviations[j] = rows[offset + columns[j]] - centre[j];
    let squared = 0;
    for (let i = 0; i < order; i++) {
      let sum = 0;
      for (let j = 0; j <= i; j++) sum += weights[i * order + j] * deviations[j];
      squared += sum * sum;
    }
    return Math.sqrt(squared);
  };
}
