import { kindOf } from "../model/estimators/kind-of";
import type { ModelContent } from "../model/file/format";
import type { CrossValidation } from "../model/file/metrics-format";
import { rawValueOf } from "../model/table/raw-value";
import { calibrate, checkCoverage } from "./conformal";
import { crossValidate, foldingsOf } from "./cross-validate";
import { describeFeatures } from "./describe-features";
import { measureNovelty } from "./measure-novelty";
import { score } from "./metrics";
import { predictTable } from "./predict-table";
import { type Progress, SILENT } from "./progress";
import { range } from "./statistics";
import type { Tables } from "./tables";
import type { CrossPredict, Fit, Trainer } from "./trainer";
import type { TrainingTable } from "./training-table";

/** Test rows whose predictions are kept in the model file, to be reproduced on load. */
const GOLDEN_ROWS = 8;

/** What is found out about a fitted model: how well it does, how sure it can be, and where it has no ground. */
export type Evaluation = Pick<ModelContent, "uncertainty" | "novelty" | "metrics" | "golden">;

/**
 * Evaluates a fit. Intervals and novelty are learned from the training rows alone; the test rows are only read.
 *
 * @param trainer - what all rows are cross-validated by
 * @param fit - of the training rows
 * @param seed - of the random folds
 */
export async function evaluate(
  trainer: Pick<Trainer, "refit">,
  fit: Fit,
  { all, training, test }: Tables,
  seed: number,
  progress: Progress = SILENT,
): Promise<Evaluation> {
  const { estimator } = fit;
  const kind = kindOf(estimator);
  const errors = kind.errorMeasure(estimator);
  const calibration = calibrate(training, fit, errors);
  const { uncertainty } = calibration;
  const predictor = kind.createPredictor(
    estimator,
    describeFeatures(training),
    uncertainty.spread,
    training.table,
  );
  const predicted = predictTable(predictor, test);
  return {
    uncertainty,
    novelty: measureNovelty(training, estimator),
    metrics: {
      train: score(training.target, predictTable(predictor, training).predictions),
      test: score(test.target, predicted.predictions),
      crossValidation: await crossValidateBothWays(trainer.refit(estimator), all, seed, progress),
      coverage: checkCoverage(test, predicted, calibration, errors, range(training.target)),
    },
    golden: Array.from(predicted.predictions.slice(0, GOLDEN_ROWS), (prediction, i) => ({
      features: Array.from(test.features, (feature) =>
        rawValueOf(test.table.features[feature], test.rows[i * test.table.width + feature]),
      ),
      prediction,
    })),
  };
}

/** Over all rows: at random, and by place where the data tells it. */
export function crossValidateBothWays(
  crossPredict: CrossPredict,
  all: TrainingTable,
  seed: number,
  progress: Progress = SILENT,
): Promise<CrossValidation[]> {
  return crossValidate(crossPredict, all, foldingsOf(all, seed), progress);
}
