import { FEATURES, TARGET } from "../../model/features";
import { loadDataset, selectRows } from "../../training/data";
import { toTable } from "../../training/tables";
import type { TrainingTable } from "../../training/training-table";

const FEATURE_COLUMNS = FEATURES.map((feature) => feature.column);

/** All features of the real data set: of all rows, or of those that are numbered, in that order. */
export async function housingTable(rows?: Int32Array): Promise<TrainingTable> {
  const { frame } = await loadDataset("data/california_housing.csv", [...FEATURE_COLUMNS, TARGET.name]);
  return toTable(rows ? selectRows(frame, rows) : frame, FEATURE_COLUMNS);
}

/** Every so manieth row of the real data set: rows from all over California. */
export function everyNthRow(step: number): Promise<TrainingTable> {
  return housingTable(Int32Array.from({ length: Math.floor(20_640 / step) }, (_, i) => i * step));
}
