import { CholeskyDecomposition, inverse, Matrix } from "ml-matrix";
import { FEATURE_COUNT, featureIndex } from "../model/features";
import type { Novelty } from "../model/format";
import { distanceFunction } from "../model/novelty";
import { mean, sorted } from "./statistics";
import type { TrainingTable } from "./training-table";

/** Part of the training rows that count as ordinary. */
const ORDINARY = 0.999;

/** Learns what is far from the training rows; `model/novelty.ts` has the measure. */
export function measureNovelty(table: TrainingTable): Novelty {
  const { columns, rows, target } = table;
  const means = columns.map((column) => mean(column));
  const covariance = Matrix.zeros(columns.length, columns.length);
  columns.forEach((a, j) => {
    columns.forEach((b, k) => {
      let sum = 0;
      for (let i = 0; i < a.length; i++) sum += (a[i] - means[j]) * (b[i] - means[k]);
      covariance.set(j, k, sum / a.length);
    });
  });
  const lower = new CholeskyDecomposition(covariance).lowerTriangularMatrix;
  const whitening = inverse(lower)
    .to2DArray()
    .map((row, j) => row.slice(0, j + 1));

  const positions = table.names.map(featureIndex);
  const distanceAt = distanceFunction({ whitening, threshold: Infinity }, positions, means);
  const distances = sorted(target.map((_, i) => distanceAt(rows, i * FEATURE_COUNT)));
  return { whitening, threshold: distances[Math.ceil(ORDINARY * distances.length) - 1] };
}
