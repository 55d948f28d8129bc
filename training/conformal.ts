import type { Estimator } from "../model/estimators/estimator-kind";
import type { FeatureSpread } from "../model/estimators/feature-spread";
import { kindOf } from "../model/estimators/kind-of";
import { FEATURE_COUNT } from "../model/features";
import type { Coverage, Uncertainty } from "../model/file/format";
import type { Range } from "../model/range";
import { MAX_COVERAGE, MIN_COVERAGE } from "../model/trust/uncertainty";
import { CHECKED, intervalsOf, meanWidth, observeCoverage } from "./coverage";
import { FOLD_COUNT } from "./folds";
import { range, sorted } from "./statistics";
import type { FittedSpread, Learner } from "./trainer";
import type { TrainingTable } from "./training-table";

/** Number of equal steps from the least to the largest coverage that a model file answers. */
const STEPS = 49;

/** An interval of the same width everywhere: what one that adapts is measured against. */
const CONSTANT: FeatureSpread = { intercept: 0, terms: [] };

/** The intervals of a model, and those of the same width everywhere for comparison. */
export interface Calibration {
  readonly uncertainty: Uncertainty;
  readonly constant: Uncertainty;
}

/**
 * What a model file keeps to answer with intervals; `model/trust/uncertainty.ts` has the method.
 *
 * @param learner - of the table
 * @param folding - the position of the learner's folds that rows are held back by
 */
export function calibrate({ target }: TrainingTable, learner: Learner, folding: number): Calibration {
  const predictions = learner.crossPredict(folding);
  const residuals = target.map((actual, i) => Math.abs(actual - predictions[i]));
  const everywhere = { spread: CONSTANT, atRows: residuals.map(() => 1) };
  const fitted = learner.fitSpread(residuals, folding);
  const constant = calibrateSpread(residuals, everywhere);
  const adaptive = calibrateSpread(residuals, fitted);
  // A width that adapts is kept only where it is narrower on average, at the coverage that is asked for most.
  const widthOf = (uncertainty: Uncertainty, { atRows }: FittedSpread) =>
    meanWidth(intervalsOf(predictions, atRows, uncertainty, 0.9, range(target)));
  const isNarrower = widthOf(adaptive, fitted) < widthOf(constant, everywhere);
  return { uncertainty: isNarrower ? adaptive : constant, constant };
}

/** How the intervals do on rows that neither the fit nor the calibration has seen. */
export function checkCoverage(
  { rows, target }: TrainingTable,
  predictions: Float64Array,
  limits: Range,
  estimator: Estimator,
  { uncertainty, constant }: Calibration,
): Coverage[] {
  const spreadsOf = ({ spread }: Uncertainty) => {
    const spreadAt = kindOf(estimator).createSpread(estimator, spread);
    return predictions.map((_, i) => spreadAt(rows, i * FEATURE_COUNT));
  };
  const spreads = spreadsOf(uncertainty);
  const constantSpreads = spreadsOf(constant);
  return CHECKED.map((nominal) => {
    const intervals = intervalsOf(predictions, spreads, uncertainty, nominal, limits);
    const constants = intervalsOf(predictions, constantSpreads, constant, nominal, limits);
    return { nominal, ...observeCoverage(intervals, target), constantMeanWidth: meanWidth(constants) };
  });
}

function calibrateSpread(residuals: Float64Array, { spread, atRows }: FittedSpread): Uncertainty {
  const scores = sorted(residuals.map((residual, i) => residual / atRows[i]));
  const quantiles = Array.from({ length: STEPS + 1 }, (_, step) => {
    const coverage = Number((MIN_COVERAGE + (step * (MAX_COVERAGE - MIN_COVERAGE)) / STEPS).toFixed(6));
    // The rank that holds the coverage with finitely many rows: ⌈(n + 1)·c⌉ of n.
    const rank = Math.min(Math.ceil((scores.length + 1) * coverage), scores.length);
    return { coverage, quantile: scores[rank - 1] };
  });
  return { folds: FOLD_COUNT, spread, quantiles };
}
