import type { Novelty } from "./format";

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
  return (rows, offset) => {
    let squared = 0;
    for (const row of whitening) {
      let sum = 0;
      for (let j = 0; j < row.length; j++) sum += row[j] * (rows[offset + positions[j]] - means[j]);
      squared += sum * sum;
    }
    return Math.sqrt(squared);
  };
}
