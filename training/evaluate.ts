import type { Estimator, ModelContent, ModelFile } from "../model/format";
import { createPredictor } from "../model/predictor";
import type { Algorithm } from "./algorithm";
import { calibrate, checkCoverage } from "./conformal";
import { crossValidate } from "./cross-validate";
import { leavesEnoughRows, randomFolds, spatialFolds } from "./folds";
import { measureNovelty } from "./measure-novelty";
import { score } from "./metrics";
import { range } from "./statistics";
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
 * @param seed - of the random folds
 */
export function evaluate(
  algorithm: Algorithm,
  estimator: Estimator,
  { all, training, test }: Tables,
  seed: number,
): Evaluation {
  const predictor = createPredictor({ features: describeFeatures(training), estimator });
  const predictions = predictTable(predictor, test);
  const outOfFold = algorithm.crossPredict(training, randomFolds(training.target.length, seed));
  const calibration = calibrate(training, outOfFold);
  return {
    uncertainty: calibration.uncertainty,
    novelty: measureNovelty(training),
    metrics: {
      train: score(training.target, predictTable(predictor, training)),
      test: score(test.target, predictions),
      crossValidation: crossValidateBothWays(algorithm, all, seed),
      coverage: checkCoverage(test, predictions, range(training.target), calibration),
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
): ModelFile["metrics"]["crossValidation"] {
  const random = crossValidate(algorithm, all, "random", randomFolds(all.target.length, seed));
  const byPlace = all.place && spatialFolds(all.place);
  // Data of a few places only cannot be held back by place.
  if (!byPlace || !leavesEnoughRows(byPlace, all.names.length)) return [random];
  return [random, crossValidate(algorithm, all, "spatial-block", byPlace)];
}
