import { type FeatureSpread, FeatureSpreadFunction } from "../../model/estimators/feature-spread";
import { clip } from "../../model/range";
import { rankCorrelation } from "../describe/rank-correlation";
import { deviation, mean, sorted } from "../statistics";
import type { FittedSpread } from "../trainer";
import { columnOf, type TrainingTable } from "../training-table";
import { fitNumbers, type NumbersFit } from "./fit-numbers";

/** Quantiles to which features are clipped, to limit outliers. */
const BULK = [0.005, 0.995] as const;

/** Minimum residual in standard deviations of the target, for the logarithm. */
const LEAST_RESIDUAL = 0.02;

/** Maximum number of features of the error scale, against overfitting. */
const MAX_FEATURES = 8;

interface ClippedFeature {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  /** Replaces missing values; undefined if there are none. */
  readonly absent: number | undefined;
  readonly values: Float64Array;
}

/** Least squares of log|residual| on the most correlated features. With few coefficients, fitting in-sample matters little. */
export function fitLinearSpread(
  table: TrainingTable,
  residuals: Float64Array,
): FittedSpread & { readonly spread: FeatureSpread } {
  const least = LEAST_RESIDUAL * deviation(table.target, mean(table.target));
  const target = residuals.map((residual) => Math.log(Math.max(residual, least)));
  const { fit, features } = fitStrongest(strongestFeatures(table, residuals), target);
  const terms = features.map(({ name, min, max, absent }, j) => ({
    feature: name,
    min,
    max,
    ...(absent !== undefined && { absent }),
    coefficient: fit.coefficients[j],
  }));
  const spread: FeatureSpread = { intercept: fit.intercept, terms };
  const scale = new FeatureSpreadFunction(spread, table.table);
  return { spread, atRows: residuals.map((_, i) => scale.at(table.rows, i * table.table.width)) };
}

/** Features by correlation with the residuals, strongest first; in the model's order if there are few. */
function strongestFeatures(table: TrainingTable, residuals: Float64Array): ClippedFeature[] {
  const numbers = Array.from(table.features).filter(
    (feature) => table.table.features[feature].kind !== "category",
  );
  const clipped = numbers
    .map((feature) => clipFeature(table, feature))
    // Features that hardly vary within the bulk are useless.
    .filter(({ min, max }) => min < max);
  if (clipped.length <= MAX_FEATURES) return clipped;
  const strengths = new Map(
    clipped.map((feature) => [feature, Math.abs(rankCorrelation(feature.values, residuals))]),
  );
  return clipped
    .toSorted((one, other) => (strengths.get(other) ?? 0) - (strengths.get(one) ?? 0))
    .slice(0, MAX_FEATURES);
}

function clipFeature(table: TrainingTable, feature: number): ClippedFeature {
  const { name } = table.table.features[feature];
  const column = columnOf(table, feature);
  const present = sorted(column.filter((value) => !Number.isNaN(value)));
  const [min, max] = BULK.map((level) => present[Math.floor(level * (present.length - 1))]);
  const average = mean(present.map((value) => clip(value, min, max)));
  const values = column.map((value) => (Number.isNaN(value) ? average : clip(value, min, max)));
  return { name, min, max, absent: present.length < column.length ? average : undefined, values };
}

/** Drops the weakest features until the others are independent. */
function fitStrongest(features: readonly ClippedFeature[], target: Float64Array) {
  for (let count = features.length; count > 0; count--) {
    const used = features.slice(0, count);
    const fit = fitNumbers({ columns: used.map(({ values }) => values), target });
    if (fit) return { fit, features: used };
  }
  const constant: NumbersFit = { intercept: mean(target), coefficients: [] };
  return { fit: constant, features: [] };
}
