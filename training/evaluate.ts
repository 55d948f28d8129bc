import { createPredictor } from "../model/estimators/predictor";
import type { CrossValidation, Estimator, ModelContent } from "../model/file/format";
import { calibrate, checkCoverage } from "./conformal";
import { crossValidate, foldingsOf } from "./cross-validate";
import { measureNovelty } from "./measure-novelty";
import { score } from "./metrics";
import { type Progress, SILENT } from "./progress";
import { range } from "./statistics";
import type { Algorithm, Learner } from "./trainer";
import { describeFeatures, predictTable, type TrainingTable } from "./training-table";

/** The rows of a data set, all of them and as they were split. */
export interface Tables {
  readonly all: TrainingTable;
  readonly training: TrainingTable;
  readonly test: TrainingTable;
}

/** Test rows whose predictions are kept in the model file, to be reproduced on load. */
const GOLDEN_ROWS = 8;

/** What is found out about a fitted model: how well it does, how sure it can be, and where it has no ground. */
export type Evaluation = Pick<ModelContent, "uncertainty" | "novelty" | "metrics" | "golden">;

/**
 * Evaluates a fit. Intervals and novelty are learned from the training rows alone; the test rows are only read.
 *
 * @param learner - of the training rows; its first folds are random ones
 * @param estimator - its fit
 * @param seed - of the random folds
 */
export function evaluate(
  algorithm: Algorithm,
  learner: Learner,
  estimator: Estimator,
  { all, training, test }: Tables,
  seed: number,
  progress: Progress = SILENT,
): Evaluation {
  const predictor = createPredictor({ features: describeFeatures(training), estimator });
  const predictions = predictTable(predictor, test);
  const calibration = calibrate(training, learner, 0);
  return {
    uncertainty: calibration.uncertainty,
    novelty: measureNovelty(training, estimator),
    metrics: {
      train: score(training.target, predictTable(predictor, training)),
      test: score(test.target, predictions),
      crossValidation: crossValidateBothWays(algorithm, all, seed, progress),
      coverage: checkCoverage(test, predictions, range(training.target), estimator, calibration),
    },
    golden: Array.from(predictions.slice(0, GOLDEN_ROWS), (prediction, i) => ({
      features: test.columns.map((column) => column[i]),
      prediction,
    })),
  };
}

/** Over all rows: at random, and by place where the data tells it. */
export function crossValidateBothWays(
  algorithm: Algorithm,
  all: TrainingTable,
  seed: number,
  progress: Progress = SILENT,
): CrossValidation[] {
  return crossValidate(algorithm, all, foldingsOf(all, seed), progress);
}
