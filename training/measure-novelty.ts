import { CholeskyDecomposition, inverse } from "ml-matrix";
import type { Estimator } from "../model/estimators/estimator-kind";
import { kindOf } from "../model/estimators/kind-of";
import { BOUNDS } from "../model/file/bounds";
import type { Novelty } from "../model/file/format";
import { distanceFunction } from "../model/trust/novelty";
import { distanceToNearest } from "../model/trust/place-novelty";
import { covariance } from "./covariance";
import { describeFeatures } from "./describe-features";
import { independentColumns } from "./independent-columns";
import { mean, sorted } from "./statistics";
import { columnOf, type TrainingTable } from "./training-table";

/** Share of the training rows that count as ordinary. */
const ORDINARY = 0.999;

/** Novelty thresholds from the training rows; measures: `model/trust/novelty.ts` and `place-novelty.ts`. */
export function measureNovelty(table: TrainingTable, estimator: Estimator): Novelty {
  const { names, columns } = measuredColumns(table);
  const means = columns.map((column) => mean(column));
  const whitening = columns.length === 0 ? [] : whiten(columns, means);

  const measured = { columns: names, whitening };
  const distanceAt = distanceFunction(measured, describeFeatures(table), table.table);
  const novelty = { ...measured, threshold: ordinaryDistance(table, distanceAt) };
  const places = kindOf(estimator).trainingPlaces(estimator);
  const { location } = table.table;
  if (!places || !location) return novelty;
  return { ...novelty, places: { threshold: ordinaryDistance(table, distanceToNearest(places, location)) } };
}

/** L⁻¹, where L·Lᵀ is the covariance. */
function whiten(columns: readonly Float64Array[], means: readonly number[]): number[][] {
  const lower = new CholeskyDecomposition(covariance(columns, means)).lowerTriangularMatrix;
  return inverse(lower)
    .to2DArray()
    .map((row, j) => row.slice(0, j + 1));
}

/** Independent numeric features, with missing values replaced by the mean. */
function measuredColumns(table: TrainingTable) {
  const numbers = Array.from(table.features).filter(
    (feature) => table.table.features[feature].kind !== "category",
  );
  const columns = numbers.map((feature) => withMean(columnOf(table, feature)));
  const kept = independentColumns(columns, BOUNDS.novelty);
  return {
    names: kept.map((k) => table.table.features[numbers[k]].name),
    columns: kept.map((k) => columns[k]),
  };
}

function withMean(column: Float64Array): Float64Array {
  const present = column.filter((value) => !Number.isNaN(value));
  if (present.length === column.length) return column;
  const average = mean(present);
  return column.map((value) => (Number.isNaN(value) ? average : value));
}

/** Distance of nearly all rows. */
function ordinaryDistance(
  { table, rows, target }: TrainingTable,
  distanceAt: (rows: Float64Array, offset: number) => number,
): number {
  const distances = sorted(target.map((_, i) => distanceAt(rows, i * table.width)));
  return distances[Math.ceil(ORDINARY * distances.length) - 1];
}
