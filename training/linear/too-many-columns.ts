import { HousePriceError } from "../../model/errors";
import { quoted } from "../../model/table/quoted";
import type { TrainingTable } from "../training-table";

/** Largest number of columns of a regression: with twice as many, a fit takes eight times as long. */
const MAX_COLUMNS = 2500;

/** Number of columns of the regression: one for each number and each category. */
export function countColumns({ table, features }: TrainingTable): number {
  return features.reduce((sum, feature) => sum + (table.features[feature].categories?.length ?? 1), 0);
}

/**
 * Each category of a table is a column of the regression.
 *
 * @throws HousePriceError DATA_INVALID
 */
export function refuseTooManyColumns(data: TrainingTable): void {
  const { table, features } = data;
  const counts = Array.from(features, (feature) => {
    const { name, categories } = table.features[feature];
    return { name, count: categories?.length ?? 1 };
  });
  const total = countColumns(data);
  if (total <= MAX_COLUMNS) return;
  const [largest] = counts.toSorted((one, other) => other.count - one.count);
  throw new HousePriceError(
    "DATA_INVALID",
    `The table makes ${total} columns, one for each number and each category, but a linear model may have at most ${MAX_COLUMNS}: exclude features, such as ${quoted(largest.name)} with ${largest.count} categories, with --features or --ignore.`,
  );
}
