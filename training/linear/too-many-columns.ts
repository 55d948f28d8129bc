import { HousePriceError } from "../../model/errors";
import { quoted } from "../../model/table/quoted";
import type { TrainingTable } from "../training-table";

/** Fitting time is cubic in columns. */
const MAX_COLUMNS = 2500;

/** One column per number and per category. */
export function countColumns({ table, features }: TrainingTable): number {
  return features.reduce((sum, feature) => sum + (table.features[feature].categories?.length ?? 1), 0);
}

/** @throws HousePriceError DATA_INVALID */
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
