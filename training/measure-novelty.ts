import { CholeskyDecomposition, inverse } from "ml-matrix";
import type { Estimator } from "../model/estimators/estimator-kind";
import { kindOf } from "../model/estimators/kind-of";
import type { Novelty } from "../model/file/format";
import { distanceFunction } from "../model/trust/novelty";
import { distanceToNearest } from "../model/trust/place-novelty";
import { covariance } from "./covariance";
import { describeFeatures } from "./describe-features";
import { mean, sorted } from "./statistics";
import { columnOf, type TrainingTable } from "./training-table";

/** Part of the training rows that count as ordinary. */
const ORDINARY = 0.999;

/** Learns what is far from the training rows; `model/trust/novelty.ts` and `place-novelty.ts` have the measures. */
export function measureNovelty(table: TrainingTable, estimator: Estimator): Novelty {
  const positions = Array.from(table.features);
  const columns = positions.map((position) => columnOf(table, position));
  const means = columns.map((column) => mean(column));
  const lower = new CholeskyDecomposition(covariance(columns, means)).lowerTriangularMatrix;
  const whitening = inverse(lower)
    .to2DArray()
    .map((row, j) => row.slice(0, j + 1));

  const names = positions.map((position) => table.table.features[position].name);
  const measured = { columns: names, whitening };
  const distanceAt = distanceFunction(measured, describeFeatures(table), table.table);
  const novelty = { ...measured, threshold: ordinaryDistance(table, distanceAt) };
  const places = kindOf(estimator).trainingPlaces(estimator);
  const { location } = table.table;
  if (!places || !location) return novelty;
  return { ...novelty, places: { threshold: ordinaryDistance(table, distanceToNearest(places, location)) } };
}

/** The distance within which all but a few of the rows are. */
function ordinaryDistance(
  { table, rows, target }: TrainingTable,
  distanceAt: (rows: Float64Array, offset: number) => number,
): number {
  const distances = sorted(target.map((_, i) => distanceAt(rows, i * table.width)));
  return distances[Math.ceil(ORDINARY * distances.length) - 1];
}
