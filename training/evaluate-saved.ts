import { HousePriceError } from "../model/errors";
import { FEATURE_COUNT, TARGET } from "../model/features";
import type { CrossValidation, Scores } from "../model/file/format";
import type { Model } from "../model/model";
import { CHECKED } from "./conformal";
import { type Dataset, loadDataset, selectRows } from "./data";
import { crossValidateBothWays } from "./evaluate";
import { score } from "./metrics";
import { trainTestSplit } from "./split";
import { ALGORITHMS } from "./train";
import type { Algorithm } from "./trainer";
import { PLACE_COLUMNS, type TrainingTable, toTrainingTable } from "./training-table";

/** How often the interval of a nominal coverage holds the truth, and how wide it is on average. */
export interface IntervalCheck {
  readonly nominal: number;
  readonly observed: number;
  readonly meanWidth: number;
}

/** How a saved model does on some rows. */
export interface SavedScores {
  /** Which rows they are. */
  readonly rows: "all rows" | "its own test rows";
  readonly scores: Scores;
  readonly coverage: readonly IntervalCheck[];
}

export interface SavedEvaluation {
  /** Whether the file is the one that the model was trained on, so that most of its rows are no test. */
  readonly isTrainingData: boolean;
  readonly parts: readonly SavedScores[];
  /** Of the algorithm, fitted anew on the file's rows; empty where it was not asked for. */
  readonly crossValidation: readonly CrossValidation[];
}

/**
 * Evaluates a saved model on a file: its predictions and intervals are those that the server gives.
 *
 * On the file that it was trained on, its own test rows are made again from its seed and test size: the other rows
 * are known to it.
 *
 * @param path - of a CSV file with the model's features and the target
 * @throws HousePriceError DATA_UNREADABLE, DATA_INVALID, or OPTION_INVALID where the algorithm cannot be fitted anew
 */
export async function evaluateSaved(
  model: Model,
  path: string,
  { crossValidation = false } = {},
): Promise<SavedEvaluation> {
  const { features, trainingData } = model.file;
  const names = features.map(({ name }) => name);
  const toTable = (frame: Dataset["frame"]) => toTrainingTable(frame, names, TARGET.name);
  const algorithm = crossValidation ? algorithmOf(model) : undefined;

  const data = await loadDataset(path, [...names, TARGET.name], PLACE_COLUMNS);
  const all = toTable(data.frame);
  const isTrainingData = data.sha256 === trainingData.sha256;
  const parts = [evaluateRows(model, all, "all rows")];
  if (isTrainingData) {
    const { test } = trainTestSplit(data.rows, trainingData.testSize, trainingData.seed);
    parts.unshift(evaluateRows(model, toTable(selectRows(data.frame, test)), "its own test rows"));
  }
  return {
    isTrainingData,
    parts,
    crossValidation: algorithm ? crossValidateBothWays(algorithm, all, trainingData.seed) : [],
  };
}

function evaluateRows(model: Model, { rows, target }: TrainingTable, name: SavedScores["rows"]): SavedScores {
  const predictions = target.map((_, i) => model.predict(rows, i * FEATURE_COUNT));
  const coverage = CHECKED.map((nominal) => {
    let inside = 0;
    let width = 0;
    target.forEach((actual, i) => {
      const { lower, upper } = model.interval(rows, i * FEATURE_COUNT, nominal);
      if (lower <= actual && actual <= upper) inside++;
      width += upper - lower;
    });
    return { nominal, observed: inside / target.length, meanWidth: width / target.length };
  });
  return { rows: name, scores: score(target, predictions), coverage };
}

/** The algorithm that made a model: a model has its name. */
function algorithmOf({ id, file }: Model): Algorithm {
  const known: readonly [string, Algorithm][] = Object.entries(ALGORITHMS);
  const found = known.find(([name]) => name === file.name);
  if (found) return found[1];
  const names = known.map(([name]) => name).join(", ");
  throw new HousePriceError(
    "OPTION_INVALID",
    `--cv fits the algorithm anew, and ${id} is of none that is known here (${names}): leave --cv out.`,
  );
}
