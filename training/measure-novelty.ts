import { CholeskyDecomposition, inverse, Matrix } from "ml-matrix";
import { FEATURE_COUNT, featureIndex } from "../model/features";
import type { Estimator, Novelty } from "../model/file/format";
import { distanceFunction } from "../model/trust/novelty";
import { distanceToNearest } from "../model/trust/place-novelty";
import { mean, sorted } from "./statistics";
import type { TrainingTable } from "./training-table";

/** Part of the training rows that count as ordinary. */
const ORDINARY = 0.999;

/** Learns what is far from the training rows; `model/trust/novelty.ts` and `place-novelty.ts` have the measures. */
export function measureNovelty(table: TrainingTable, estimator: Estimator): Novelty {
  const { columns } = table;
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
  const novelty = { whitening, threshold: ordinaryDistance(table, distanceAt) };
  if (estimator.kind !== "basis") return novelty;
  const placeDistanceAt = distanceToNearest(estimator.basis.place.radials[0].centres);
  return { ...novelty, places: { threshold: ordinaryDistance(table, placeDistanceAt) } };
}

/** The distance within which all but a few of the rows are. */
function ordinaryDistance(
  { rows, target }: TrainingTable,
  distanceAt: (rows: Float64Array, offset: number) => number,
): number {
  const distances = sorted(target.map((_, i) => distanceAt(rows, i * FEATURE_COUNT)));
  return distances[Math.ceil(ORDINARY * distances.length) - 1];
}
