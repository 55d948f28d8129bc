import { FEATURE_COUNT } from "../model/features";
import type { Coverage, Spread, Uncertainty } from "../model/format";
import {
  intervalAround,
  MAX_COVERAGE,
  MIN_COVERAGE,
  residualQuantile,
  spreadFunction,
} from "../model/uncertainty";
import { fitLinear } from "./fit-linear";
import { FOLD_COUNT } from "./folds";
import { deviation, mean, range, sorted } from "./statistics";
import type { TrainingTable } from "./training-table";

/** The spread learns from features within these quantiles of the training rows: beyond are a few outliers. */
const BULK = [0.005, 0.995] as const;

/** A residual counts as at least this part of the target's standard deviation, since 0 has no logarithm. */
const LEAST_RESIDUAL = 0.02;

/** Number of equal steps from the least to the largest coverage that a model file answers. */
const STEPS = 49;

/** Coverages that are checked on rows that have the truth. */
export const CHECKED = [0.5, 0.8, 0.9, 0.95];

/** An interval of the same width everywhere: what one that adapts is measured against. */
const CONSTANT: Spread = { intercept: 0, terms: [] };

/** The intervals of a model, and those of the same width everywhere for comparison. */
export interface Calibration {
  readonly uncertainty: Uncertainty;
  readonly constant: Uncertainty;
}

/**
 * What a model file keeps to answer with intervals; `model/uncertainty.ts` has the method.
 *
 * @param predictions - of the table's rows, each by a fit that has not seen it
 */
export function calibrate(table: TrainingTable, predictions: Float64Array): Calibration {
  const residuals = table.target.map((actual, i) => Math.abs(actual - predictions[i]));
  const constant = calibrateSpread(table, residuals, CONSTANT);
  const adaptive = calibrateSpread(table, residuals, fitSpread(table, residuals));
  // A width that adapts is kept only where it is narrower on average.
  const isNarrower = meanWidth(table, predictions, adaptive) < meanWidth(table, predictions, constant);
  return { uncertainty: isNarrower ? adaptive : constant, constant };
}

/** How the intervals do on rows that neither the fit nor the calibration has seen. */
export function checkCoverage(
  table: TrainingTable,
  predictions: Float64Array,
  target: { readonly min: number; readonly max: number },
  { uncertainty, constant }: Calibration,
): Coverage[] {
  return CHECKED.map((nominal) => {
    const intervals = intervalsOf(table, predictions, target, uncertainty, nominal);
    const inside = intervals.filter(
      ({ lower, upper }, i) => lower <= table.target[i] && table.target[i] <= upper,
    );
    const constants = intervalsOf(table, predictions, target, constant, nominal);
    return {
      nominal,
      observed: inside.length / intervals.length,
      meanWidth: averageWidth(intervals),
      constantMeanWidth: averageWidth(constants),
    };
  });
}

/** Least squares of log|residual| on the features, clipped to the bulk of the rows. */
function fitSpread(table: TrainingTable, residuals: Float64Array): Spread {
  const least = LEAST_RESIDUAL * deviation(table.target, mean(table.target));
  const bounds = table.columns.map((column) => {
    const order = sorted(column);
    const [min, max] = BULK.map((level) => order[Math.floor(level * (order.length - 1))]);
    return { min, max };
  });
  // A feature that hardly varies within the bulk says nothing of the spread.
  const used = table.names.flatMap((_, j) => (bounds[j].min < bounds[j].max ? j : []));
  const { intercept, coefficients } = fitLinear({
    names: used.map((j) => table.names[j]),
    columns: used.map((j) =>
      table.columns[j].map((value) => Math.min(Math.max(value, bounds[j].min), bounds[j].max)),
    ),
    target: residuals.map((residual) => Math.log(Math.max(residual, least))),
  });
  const terms = used.map((j, k) => ({
    feature: table.names[j],
    ...bounds[j],
    coefficient: coefficients[k],
  }));
  return { intercept, terms };
}

function calibrateSpread(table: TrainingTable, residuals: Float64Array, spread: Spread): Uncertainty {
  const spreadAt = spreadFunction(spread);
  const scores = sorted(residuals.map((residual, i) => residual / spreadAt(table.rows, i * FEATURE_COUNT)));
  const quantiles = Array.from({ length: STEPS + 1 }, (_, step) => {
    const coverage = Number((MIN_COVERAGE + (step * (MAX_COVERAGE - MIN_COVERAGE)) / STEPS).toFixed(6));
    // The rank that holds the coverage with finitely many rows: ⌈(n + 1)·c⌉ of n.
    const rank = Math.min(Math.ceil((scores.length + 1) * coverage), scores.length);
    return { coverage, quantile: scores[rank - 1] };
  });
  return { folds: FOLD_COUNT, spread, quantiles };
}

/** Mean width at the coverage that is asked for most. */
function meanWidth(table: TrainingTable, predictions: Float64Array, uncertainty: Uncertainty): number {
  return averageWidth(intervalsOf(table, predictions, range(table.target), uncertainty, 0.9));
}

function intervalsOf(
  { rows }: TrainingTable,
  predictions: Float64Array,
  target: { readonly min: number; readonly max: number },
  uncertainty: Uncertainty,
  coverage: number,
) {
  const spreadAt = spreadFunction(uncertainty.spread);
  const quantile = residualQuantile(uncertainty, coverage);
  return Array.from(predictions, (prediction, i) =>
    intervalAround(prediction, quantile * spreadAt(rows, i * FEATURE_COUNT), target),
  );
}

function averageWidth(intervals: readonly { readonly lower: number; readonly upper: number }[]): number {
  return intervals.reduce((sum, { lower, upper }) => sum + upper - lower, 0) / intervals.length;
}
