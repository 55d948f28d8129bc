import { CholeskyDecomposition, inverse } from "ml-matrix";
import type { Estimator } from "../model/estimators/estimator-kind";
import { kindOf } from "../model/estimators/kind-of";
import { CALIFORNIA, FEATURE_COUNT } from "../model/features";
import type { Novelty } from "../model/file/format";
import { distanceFunction } from "../model/trust/novelty";
import { distanceToNearest } from "../model/trust/place-novelty";
import { covariance } from "./covariance";
import { describeFeatures } from "./describe-features";
import { mean, sorted } from "./statistics";
import type { TrainingTable } from "./training-table";

/** Part of the training rows that count as ordinary. */
const ORDINARY = 0.999;

/** Learns what is far from the training rows; `model/trust/novelty.ts` and `place-novelty.ts` have the measures. */
export function measureNovelty(table: TrainingTable, estimator: Estimator): Novelty {
  const { columns } = table;
  const means = columns.map((column) => mean(column));
  const lower = new CholeskyDecomposition(covariance(columns, means)).lowerTriangularMatrix;
  const whitening = inverse(lower)
    .to2DArray()
    .map((row, j) => row.slice(0, j + 1));

  const measured = { columns: [...table.names], whitening };
  const distanceAt = distanceFunction(measured, describeFeatures(table), CALIFORNIA);
  const novelty = { ...measured, threshold: ordinaryDistance(table, distanceAt) };
  const places = kindOf(estimator).trainingPlaces(estimator);
  const { location } = CALIFORNIA;
  if (!places || !location) return novelty;
  return { ...novelty, places: { threshold: ordinaryDistance(table, distanceToNearest(places, location)) } };
}

/** The distance within which all but a few of the rows are. */
function ordinaryDistance(
  { rows, target }: TrainingTable,
  distanceAt: (rows: Float64Array, offset: number) => number,
): number {
  const distances = sorted(target.map((_, i) => distanceAt(rows, i * FEATURE_COUNT)));
  return distances[Math.ceil(ORDINARY * distances.length) - 1];
}
