import { HousePriceError } from "../../../model/errors";
import { FEATURES, type FeatureSet } from "../../../model/features";
import type { CsvRecord } from "./csv-records";

/** Where a file has its features. */
export interface FeatureColumns {
  /** Number of cells that every row has. */
  readonly count: number;
  /** The header's names, as they stand in the file. */
  readonly names: readonly string[];
  /** The features that the file has. */
  readonly present: FeatureSet;
  /** For each feature its column; -1 where the file does not have it. */
  readonly columnOf: readonly number[];
}

/**
 * Finds the features in the header of a file, under their names in the data set (`MedInc`) or in the API (`medInc`).
 *
 * @param file - name of the file, for the messages
 * @param added - names of the columns that the output adds
 * @throws HousePriceError DATA_INVALID
 */
export function findFeatureColumns(
  { cells, problem }: CsvRecord,
  file: string,
  added: readonly string[],
): FeatureColumns {
  if (problem)
    throw new HousePriceError("DATA_INVALID", `${file} has no header that can be read: ${problem}.`);
  const names = cells.map((name) => name.trim());
  const taken = added.filter((name) => names.includes(name));
  if (taken.length > 0) {
    throw new HousePriceError(
      "DATA_INVALID",
      `${file} already has a column ${taken.join(", ")}, which the output adds: rename it, or leave it out.`,
    );
  }
  const columnOf = FEATURES.map(({ key, column }) => {
    const found = names.flatMap((name, i) => (name === key || name === column ? i : []));
    if (found.length > 1) {
      throw new HousePriceError(
        "DATA_INVALID",
        `${file} has ${column} in ${found.length} columns (${found.map((i) => i + 1).join(", ")}): leave one of them.`,
      );
    }
    return found[0] ?? -1;
  });
  const present = columnOf.reduce((set, column, i) => (column === -1 ? set : set | (1 << i)), 0);
  return { count: cells.length, names, present, columnOf };
}
