import { type FeatureColumn, TARGET } from "../model/features";
import type { Estimator, ModelContent } from "../model/file/format";
import { spatial } from "./basis/ridge-on-basis";
import { buildCard } from "./card/build-card";
import { type Dataset, loadDataset, selectRows } from "./data";
import { type Evaluation, evaluate, type Tables } from "./evaluate";
import { randomFolds } from "./folds";
import { libraryVersions } from "./library-versions";
import { ordinaryLeastSquares } from "./linear/ordinary-least-squares";
import { type Progress, SILENT } from "./progress";
import { type SavedVersion, saveVersion } from "./save-version";
import { refuseTooFewRows, trainTestSplit } from "./split";
import { range } from "./statistics";
import type { Algorithm } from "./trainer";
import { describeFeatures, PLACE_COLUMNS, refuseConstantTarget, toTrainingTable } from "./training-table";

/** The models that can be trained, by name. */
export const ALGORITHMS = {
  linear: ordinaryLeastSquares,
  spatial,
} as const satisfies { [name: string]: Algorithm };

export interface TrainingOptions {
  readonly model: keyof typeof ALGORITHMS;
  /** Columns of the data set to learn from, in the model's order. */
  readonly features: readonly FeatureColumn[];
  /** scikit-learn's `random_state`. */
  readonly seed: number;
  /** Fraction of the rows that are held back for the test metrics. */
  readonly testSize: number;
  /** Path of the CSV file. */
  readonly data: string;
  /** Directory that gets the new version, as `OUT/NAME/VERSION/model.json`. */
  readonly out: string;
  readonly trainedAt: Date;
}

export interface TrainedModel {
  readonly content: ModelContent;
  readonly saved: SavedVersion;
}

/** Trains a model and saves it as a new version: load, split, fit, evaluate, save. */
export async function train(options: TrainingOptions, progress: Progress = SILENT): Promise<TrainedModel> {
  const algorithm = ALGORITHMS[options.model];
  const data = await loadDataset(options.data, [...options.features, TARGET.name], PLACE_COLUMNS);
  const tables = split(data, options);
  const folds = randomFolds(tables.training.target.length, options.seed);
  const learner = algorithm.prepare(tables.training, [folds], progress);
  const estimator = learner.fit();
  const evaluation = evaluate(algorithm, learner, estimator, tables, options.seed, progress);
  const content = describeModel(options, algorithm, data, tables, estimator, evaluation);
  const saved = await saveVersion(options.out, content, (modelFile) => buildCard(modelFile, tables));
  return { content, saved };
}

function split({ frame, rows }: Dataset, { features, seed, testSize }: TrainingOptions): Tables {
  const parts = trainTestSplit(rows, testSize, seed);
  refuseTooFewRows(parts, features.length);
  const training = toTrainingTable(selectRows(frame, parts.train), features, TARGET.name);
  refuseConstantTarget(training, TARGET.name);
  return {
    all: toTrainingTable(frame, features, TARGET.name),
    training,
    test: toTrainingTable(selectRows(frame, parts.test), features, TARGET.name),
  };
}

function describeModel(
  options: TrainingOptions,
  algorithm: Algorithm,
  data: Dataset,
  { training, test }: Tables,
  estimator: Estimator,
  evaluation: Evaluation,
): ModelContent {
  return {
    name: options.model,
    algorithm: algorithm.description,
    trainedAt: options.trainedAt.toISOString(),
    target: {
      name: TARGET.name,
      unit: TARGET.unit,
      description: TARGET.description,
      ...range(training.target),
    },
    features: describeFeatures(training),
    estimator,
    ...evaluation,
    trainingData: {
      source: data.source,
      sha256: data.sha256,
      rows: data.rows,
      trainRows: training.target.length,
      testRows: test.target.length,
      seed: options.seed,
      testSize: options.testSize,
    },
    libraries: libraryVersions(),
  };
}
