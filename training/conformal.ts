import type { ErrorMeasure } from "../model/estimators/error-measure";
import { CONSTANT_SPREAD } from "../model/estimators/feature-spread";
import type { Uncertainty } from "../model/file/format";
import type { Coverage } from "../model/file/metrics-format";
import type { Range } from "../model/range";
import { MAX_COVERAGE, MIN_COVERAGE } from "../model/trust/uncertainty";
import { CHECKED, intervalsOf, meanWidth, observeCoverage } from "./coverage";
import type { TablePredictions } from "./predict-table";
import { range, sorted } from "./statistics";
import type { Fit, FittedSpread } from "./trainer";
import type { TrainingTable } from "./training-table";

/** Number of steps from the smallest to the largest coverage. */
const STEPS = 49;

/** Intervals of a model, and constant-width intervals for comparison. */
export interface Calibration {
  readonly uncertainty: Uncertainty;
  readonly constant: Uncertainty;
}

/**
 * Computes the quantiles for intervals; method: `model/trust/uncertainty.ts`.
 *
 * @param fit - of the table
 * @param errors - how errors are measured
 */
export function calibrate(
  { target }: TrainingTable,
  { heldBack: { predictions, groups }, ...fit }: Pick<Fit, "heldBack" | "fitSpread">,
  errors: ErrorMeasure,
): Calibration {
  const residuals = target.map((actual, i) => Math.abs(errors.errorOf(actual, predictions[i])));
  const everywhere = { spread: CONSTANT_SPREAD, atRows: ones(target.length) };
  const fitted = fit.fitSpread(residuals);
  const constant = calibrateSpread(residuals, everywhere, groups);
  const adaptive = calibrateSpread(residuals, fitted, groups);
  // Adaptive widths are kept only if narrower on average at the most used coverage.
  const widthOf = (uncertainty: Uncertainty, { atRows }: FittedSpread) =>
    meanWidth(
      intervalsOf({ predictions, errorScales: atRows }, { uncertainty, errors, limits: range(target) }, 0.9),
    );
  const isNarrower = widthOf(adaptive, fitted) < widthOf(constant, everywhere);
  return { uncertainty: isNarrower ? adaptive : constant, constant };
}

/**
 * Checks intervals on rows unseen by fit and calibration.
 *
 * @param limits - the range of the training target
 */
export function checkCoverage(
  { target }: Pick<TrainingTable, "target">,
  predicted: TablePredictions,
  { uncertainty, constant }: Calibration,
  errors: ErrorMeasure,
  limits: Range,
): Coverage[] {
  const equallyWide = { ...predicted, errorScales: ones(target.length) };
  return CHECKED.map((nominal) => {
    const intervals = intervalsOf(predicted, { uncertainty, errors, limits }, nominal);
    const constants = intervalsOf(equallyWide, { uncertainty: constant, errors, limits }, nominal);
    return { nominal, ...observeCoverage(intervals, target), constantMeanWidth: meanWidth(constants) };
  });
}

function ones(count: number): Float64Array {
  return new Float64Array(count).fill(1);
}

function calibrateSpread(
  residuals: Float64Array,
  { spread, atRows }: FittedSpread,
  folds: number,
): Uncertainty {
  const scores = sorted(residuals.map((residual, i) => residual / atRows[i]));
  const quantiles = Array.from({ length: STEPS + 1 }, (_, step) => {
    const coverage = Number((MIN_COVERAGE + (step * (MAX_COVERAGE - MIN_COVERAGE)) / STEPS).toFixed(6));
    // Finite-sample rank: ⌈(n + 1)·c⌉ of n.
    const rank = Math.min(Math.ceil((scores.length + 1) * coverage), scores.length);
    return { coverage, quantile: scores[rank - 1] };
  });
  return { folds, spread, quantiles };
}
