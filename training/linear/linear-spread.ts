import { type FeatureSpread, FeatureSpreadFunction } from "../../model/estimators/feature-spread";
import { clip } from "../../model/range";
import { rankCorrelation } from "../describe/rank-correlation";
import { deviation, mean, sorted } from "../statistics";
import type { FittedSpread } from "../trainer";
import { columnOf, type TrainingTable } from "../training-table";
import { fitNumbers, type NumbersFit } from "./fit-numbers";

/** The spread learns from features within these quantiles of the training rows: beyond are a few outliers. */
const BULK = [0.005, 0.995] as const;

/** A residual counts as at least this part of the target's standard deviation, since 0 has no logarithm. */
const LEAST_RESIDUAL = 0.02;

/** Largest number of features that the spread reads: with many, it would follow the rows that it was fitted on. */
const MAX_FEATURES = 8;

/** A feature that is a number, clipped to the bulk of the rows. */
interface ClippedFeature {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  /** What stands for a missing value; undefined where none is missing. */
  readonly absent: number | undefined;
  readonly values: Float64Array;
}

/**
 * Least squares of log|residual| on the features that go most with it. It has a handful of coefficients, so that it matters
 * little whether a row was among those it was fitted on.
 */
export function fitLinearSpread(table: TrainingTable, residuals: Float64Array): FittedSpread {
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

/** The features by how much they go with the residuals, the strongest first; of few all, in the model's order. */
function strongestFeatures(table: TrainingTable, residuals: Float64Array): ClippedFeature[] {
  const numbers = Array.from(table.features).filter(
    (feature) => table.table.features[feature].kind !== "category",
  );
  const clipped = numbers
    .map((feature) => clipFeature(table, feature))
    // A feature that hardly varies within the bulk says nothing of the spread.
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

/** Leaves out the weakest features until the others do not depend on each other. */
function fitStrongest(features: readonly ClippedFeature[], target: Float64Array) {
  for (let count = features.length; count > 0; count--) {
    const used = features.slice(0, count);
    const fit = fitNumbers({ columns: used.map(({ values }) => values), target });
    if (fit) return { fit, features: used };
  }
  const constant: NumbersFit = { intercept: mean(target), coefficients: [] };
  return { fit: constant, features: [] };
}
