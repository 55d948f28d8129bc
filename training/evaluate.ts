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

/** Test rows stored in the model file, to be reproduced when it is loaded. */
const GOLDEN_ROWS = 8;

export type Evaluation = Pick<ModelContent, "uncertainty" | "novelty" | "metrics" | "golden">;

/**
 * Evaluates a fit. Intervals and novelty use the training rows only.
 *
 * @param trainer - for the cross-validation of all rows
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

/** Cross-validates all rows at random, and by location if the data has it. */
export function crossValidateBothWays(
  crossPredict: CrossPredict,
  all: TrainingTable,
  seed: number,
  progress: Progress = SILENT,
): Promise<CrossValidation[]> {
  return crossValidate(crossPredict, all, foldingsOf(all, seed), progress);
}
