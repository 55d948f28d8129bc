import { CALIFORNIA } from "../model/features";
import { QUANTILES, type TrainedFeature } from "../model/file/trained-feature";
import { quantiles } from "./quantiles";
import { mean, range } from "./statistics";
import type { TrainingTable } from "./training-table";

const LEVELS = Array.from({ length: QUANTILES }, (_, i) => (i + 1) / (QUANTILES + 1));

/** What a model file says of each feature, from the table's rows. */
export function describeFeatures({ names, columns }: TrainingTable): TrainedFeature[] {
  return names.map((name, j) => {
    const present = columns[j].filter((value) => !Number.isNaN(value));
    const missing = columns[j].length - present.length;
    const { categories } = CALIFORNIA.features[CALIFORNIA.indexOf(name)];
    return categories
      ? { name, counts: countEach(present, categories.length), missing }
      : {
          name,
          ...range(present),
          mean: mean(present),
          quantiles: quantiles(present, LEVELS),
          missing,
        };
  });
}

/** How often each category occurs, by its position. */
function countEach(values: Float64Array, categories: number): number[] {
  const counts: number[] = new Array(categories).fill(0);
  for (const value of values) counts[value]++;
  return counts;
}
