import type { ModelFile } from "../model/file/format";
import { mean, range } from "./statistics";
import type { TrainingTable } from "./training-table";

/** What a model file says of each feature: its range and mean over the table's rows. */
export function describeFeatures({ names, columns }: TrainingTable): ModelFile["features"] {
  return names.map((name, j) => ({ name, ...range(columns[j]), mean: mean(columns[j]) }));
}
