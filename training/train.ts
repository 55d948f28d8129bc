import { type FeatureColumn, TARGET } from "../model/features";
import type { Estimator, ModelContent } from "../model/format";
import { createPredictor } from "../model/predictor";
import { type Dataset, loadDataset, selectRows } from "./data";
import { fitLinear } from "./fit-linear";
import { libraryVersions } from "./library-versions";
import { score } from "./metrics";
import { type SavedVersion, saveVersion } from "./save-version";
import { refuseTooFewRows, trainTestSplit } from "./split";
import { mean, range } from "./statistics";
import { predictTable, type TrainingTable, toTrainingTable } from "./training-table";

export interface TrainingOptions {
  /** Name of the model. */
  readonly model: "linear";
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

/** Rows of the test set whose predictions are kept in the model file, to be reproduced on load. */
const GOLDEN_ROWS = 8;

/** Trains a model and saves it as a new version: load, split, fit, evaluate, save. */
export async function train(options: TrainingOptions): Promise<TrainedModel> {
  const data = await loadDataset(options.data, [...options.features, TARGET.name]);
  const split = trainTestSplit(data.rows, options.testSize, options.seed);
  refuseTooFewRows(split, options.features.length);
  const trainTable = toTrainingTable(selectRows(data.frame, split.train), options.features, TARGET.name);
  const testTable = toTrainingTable(selectRows(data.frame, split.test), options.features, TARGET.name);

  const estimator = { kind: "linear" as const, ...fitLinear(trainTable) };

  const content = describeModel(options, data, estimator, trainTable, testTable);
  const saved = await saveVersion(options.out, content);
  return { content, saved };
}

function describeModel(
  options: TrainingOptions,
  data: Dataset,
  estimator: Estimator,
  trainTable: TrainingTable,
  testTable: TrainingTable,
): ModelContent {
  const predictor = createPredictor(options.features, estimator);
  const testPredictions = predictTable(predictor, testTable);
  return {
    name: options.model,
    algorithm: "ordinary least squares",
    trainedAt: options.trainedAt.toISOString(),
    target: {
      name: TARGET.name,
      unit: TARGET.unit,
      description: TARGET.description,
      ...range(trainTable.target),
    },
    features: trainTable.columns.map((column, j) => ({
      name: options.features[j],
      ...range(column),
      mean: mean(column),
    })),
    estimator,
    metrics: {
      train: score(trainTable.target, predictTable(predictor, trainTable)),
      test: score(testTable.target, testPredictions),
    },
    trainingData: {
      source: data.source,
      sha256: data.sha256,
      rows: data.rows,
      trainRows: trainTable.target.length,
      testRows: testTable.target.length,
      seed: options.seed,
      testSize: options.testSize,
    },
    libraries: libraryVersions(),
    golden: Array.from(testPredictions.slice(0, GOLDEN_ROWS), (prediction, i) => ({
      features: testTable.columns.map((column) => column[i]),
      prediction,
    })),
  };
}
