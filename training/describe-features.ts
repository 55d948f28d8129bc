import { QUANTILES, type TrainedFeature } from "../model/file/trained-feature";
import { quantiles } from "./quantiles";
import { mean, range } from "./statistics";
import { columnOf, type TrainingTable } from "./training-table";

const LEVELS = Array.from({ length: QUANTILES }, (_, i) => (i + 1) / (QUANTILES + 1));

/** Training statistics of each feature, and missing values only seen in test rows. */
export function describeTestedFeatures(training: TrainingTable, test: TrainingTable): TrainedFeature[] {
  return describeFeatures(training).map((feature, j) => {
    if (feature.missing > 0) return feature;
    const missingInTest = columnOf(test, test.features[j]).filter(Number.isNaN).length;
    return missingInTest === 0 ? feature : { ...feature, missingInTest };
  });
}

/** Statistics of each feature. */
export function describeFeatures(table: TrainingTable): TrainedFeature[] {
  return Array.from(table.features, (position) => {
    const { name, categories } = table.table.features[position];
    const values = columnOf(table, position);
    const present = values.filter((value) => !Number.isNaN(value));
    const missing = values.length - present.length;
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

function countEach(values: Float64Array, categories: number): number[] {
  const counts: number[] = new Array(categories).fill(0);
  for (const value of values) counts[value]++;
  return counts;
}
