import { HousePriceError } from "../model/errors";
import type { CrossValidation, Scores } from "../model/file/metrics-format";
import type { Model } from "../model/model";
import { CHECKED, type ObservedCoverage, observeCoverage } from "./coverage";
import { loadDataset } from "./data";
import { crossValidateBothWays } from "./evaluate";
import { score } from "./metrics";
import { positionsOf } from "./positions";
import { predictRows } from "./predict-table";
import { trainTestSplit } from "./split";
import { toTable } from "./tables";
import type { CrossPredict } from "./trainer";
import { findTrainer, trainerNames } from "./trainer-named";
import { type TrainingTable, takeRows } from "./training-table";

export interface IntervalCheck extends ObservedCoverage {
  readonly nominal: number;
}

export interface SavedScores {
  readonly rows: "all rows" | "its own test rows";
  readonly scores: Scores;
  readonly coverage: readonly IntervalCheck[];
}

export interface SavedEvaluation {
  /** Whether the model was trained on this file, so that most rows are no test. */
  readonly isTrainingData: boolean;
  readonly parts: readonly SavedScores[];
  /** Of the algorithm refitted on the file; empty if not requested. */
  readonly crossValidation: readonly CrossValidation[];
}

/**
 * Evaluates a saved model on a file, with the predictions and intervals of the server. On its training file, only its own test rows are
 * used, recomputed from seed and test size.
 *
 * @param path - of a CSV file with the model's features and the target
 * @throws HousePriceError DATA_UNREADABLE, DATA_INVALID, or OPTION_INVALID if the algorithm cannot be refitted
 */
export async function evaluateSaved(
  model: Model,
  path: string,
  { crossValidation = false } = {},
): Promise<SavedEvaluation> {
  const { features, trainingData } = model.file;
  const names = features.map(({ name }) => name);
  const crossPredict = crossValidation ? refitOf(model) : undefined;

  const data = await loadDataset(path, model.table.schema, names);
  const all = toTable(data.frame, data.table, positionsOf(data.table, names));
  const isTrainingData = data.sha256 === trainingData.sha256;
  const parts = [evaluateRows(model, all, "all rows")];
  if (isTrainingData) {
    const { test } = trainTestSplit(data.rows, trainingData.testSize, trainingData.seed);
    parts.unshift(evaluateRows(model, takeRows(all, test), "its own test rows"));
  }
  return {
    isTrainingData,
    parts,
    crossValidation: crossPredict ? await crossValidateBothWays(crossPredict, all, trainingData.seed) : [],
  };
}

function evaluateRows(model: Model, tested: TrainingTable, name: SavedScores["rows"]): SavedScores {
  const { table, rows, target } = tested;
  const predictions = predictRows(model, tested);
  const coverage = CHECKED.map((nominal) => {
    const intervals = Array.from(target, (_, i) => model.interval(rows, i * table.width, nominal));
    return { nominal, ...observeCoverage(intervals, target) };
  });
  return { rows: name, scores: score(target, predictions), coverage };
}

/** Refits the algorithm with the model's hyperparameters; models are named after their trainer. */
function refitOf({ id, file }: Model): CrossPredict {
  const trainer = findTrainer(file.name);
  if (trainer) return trainer.refit(file.estimator);
  throw new HousePriceError(
    "OPTION_INVALID",
    `--cv refits the algorithm, and that of ${id} is not available (${trainerNames().join(", ")}): omit --cv.`,
  );
}
