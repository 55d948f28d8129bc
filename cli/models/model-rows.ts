import { join, relative, sep } from "node:path";
import { readSignature } from "../../model/file/file-signature";
import type { Model } from "../../model/model";
import { ModelCatalogue } from "../../model/registry/catalogue";
import type { Answering } from "../../model/registry/default-choice";
import { MODEL_FILE } from "../../model/registry/model-directory";
import type { ModelSurvey } from "./survey-models";

/** One line of the list: a version that can be served, or a refused one with its folder and the reason. */
export interface ModelRow {
  readonly name: string;
  readonly version: string;
  /** `ok`, or `refused` and the error code. */
  readonly status: string;
  /** Size of `model.json`; undefined if unknown. */
  readonly bytes: number | undefined;
  readonly model: DescribedModel | undefined;
}

export interface DescribedModel extends Answering {
  readonly pinned: boolean;
  readonly algorithm: string;
  readonly trainedAt: string;
  readonly sha256: string;
  /** Number of rows in the data file. */
  readonly rows: number;
  readonly seed: number;
  readonly testSize: number;
  readonly features: number;
  readonly testRmse: number;
  readonly testR2: number;
  readonly note: string | undefined;
}

/** Describes everything in a model directory, servable versions first. */
export async function modelRows(
  directory: string,
  { models, refusals, pins }: ModelSurvey,
): Promise<ModelRow[]> {
  const catalogue = new ModelCatalogue(models, { pins });
  const served = catalogue.models.map(async (model): Promise<ModelRow> => {
    const { name, version } = model.file;
    const path = join(directory, name, String(version), MODEL_FILE);
    const row = { name, version: String(version), status: "ok", bytes: await sizeOf(path) };
    return {
      ...row,
      model: { ...describe(model), pinned: pins.get(name) === version, ...catalogue.explain(model) },
    };
  });
  const refused = refusals.map(async ({ path, error }): Promise<ModelRow> => {
    const [name = "", version = ""] = relative(directory, path).split(sep);
    return { name, version, status: `refused: ${error.code}`, bytes: await sizeOf(path), model: undefined };
  });
  return Promise.all([...served, ...refused]);
}

function describe({ file, sha256 }: Model): Omit<DescribedModel, "pinned" | keyof Answering> {
  const { algorithm, trainedAt, features, metrics, trainingData, note } = file;
  const { rows, seed, testSize } = trainingData;
  const { rmse: testRmse, r2: testR2 } = metrics.test;
  return {
    algorithm,
    trainedAt,
    sha256,
    rows,
    seed,
    testSize,
    features: features.length,
    testRmse,
    testR2,
    note,
  };
}

async function sizeOf(path: string): Promise<number | undefined> {
  const signature = await readSignature(path).catch(() => undefined);
  return signature?.isFile ? signature.bytes : undefined;
}
