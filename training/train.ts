import type { Estimator } from "../model/estimators/estimator-kind";
import type { ModelContent } from "../model/file/format";
import { buildCard } from "./card/build-card";
import { chooseFeatures } from "./choose-features";
import { type Dataset, loadDataset } from "./data";
import type { TableDescription } from "./describe/describe-table";
import type { DescribeOptions } from "./describe/options";
import { describeTestedFeatures } from "./describe-features";
import { type Evaluation, evaluate } from "./evaluate";
import { findSchema } from "./find-schema";
import { libraryVersions } from "./library-versions";
import { positionsOf } from "./positions";
import { type Progress, SILENT } from "./progress";
import { refuseOtherTable } from "./refuse-other-table";
import { type SavedVersion, saveVersion } from "./save-version";
import { range } from "./statistics";
import { splitIntoTables, type Tables } from "./tables";
import type { Trainer } from "./trainer";
import { trainerNamed } from "./trainer-named";

export interface TrainingOptions {
  /** Name of the trainer, and of the model. */
  readonly model: string;
  /** Features in the model's order, by name in the file or the API, or `all`; by default those of the schema. */
  readonly features?: readonly string[] | undefined;
  /** The user's description of a table without a schema. */
  readonly table?: Partial<DescribeOptions>;
  /** scikit-learn's `random_state`. */
  readonly seed: number;
  /** Share of rows held back for the test metrics. */
  readonly testSize: number;
  readonly data: string;
  /** Receives `OUT/NAME/VERSION/model.json`. */
  readonly out: string;
  readonly trainedAt: Date;
  /** Why this version was trained. */
  readonly note?: string | undefined;
}

export interface TrainingObserver {
  readonly progress?: Progress;
  /** Called with the inferred description if the table has no schema. */
  assumed?(description: TableDescription): void;
}

export interface TrainedModel {
  readonly content: ModelContent;
  readonly saved: SavedVersion;
  /** Inferred description of a table without a schema. */
  readonly assumed: TableDescription | undefined;
}

/** Trains a model and saves it as a new version: load, split, fit, evaluate, save. */
export async function train(
  options: TrainingOptions,
  { progress = SILENT, assumed }: TrainingObserver = {},
): Promise<TrainedModel> {
  const trainer = trainerNamed(options.model);
  const { schema, description } = await findSchema(options.data, options.table ?? {});
  if (description) assumed?.(description);
  const features = chooseFeatures(schema, options.features, trainer);
  const data = await loadDataset(options.data, schema, features);
  await refuseOtherTable(options.out, data.table);
  const tables = splitIntoTables(data, positionsOf(data.table, features), options);
  const fit = await trainer.fit(tables.training, options.seed, progress);
  const evaluation = await evaluate(trainer, fit, tables, options.seed, progress);
  const content = describeModel(options, trainer, data, tables, fit.estimator, evaluation);
  const saved = await saveVersion(options.out, content, (modelFile) =>
    buildCard(modelFile, tables, schema, options.table),
  );
  return { content, saved, assumed: description };
}

function describeModel(
  options: TrainingOptions,
  trainer: Trainer,
  data: Dataset,
  { training, test }: Tables,
  estimator: Estimator,
  evaluation: Evaluation,
): ModelContent {
  return {
    name: trainer.name,
    algorithm: trainer.description,
    trainedAt: options.trainedAt.toISOString(),
    ...(options.note !== undefined && { note: options.note }),
    table: data.table.schema,
    target: range(training.target),
    features: describeTestedFeatures(training, test),
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
