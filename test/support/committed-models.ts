import { readFileSync } from "node:fs";
import type { LinearEstimator } from "../../model/estimators/linear/linear-format";
import { linear } from "../../model/estimators/linear/linear-kind";
import { type ModelContent, type ModelFile, parseModelFile } from "../../model/file/format";
import type { Model } from "../../model/model";
import { loadModels } from "../../model/registry/version-reader";

/** Where the committed models are. */
export const COMMITTED = "model/trained";

/** Every committed model; the test fails where one is broken. */
export async function committedModels(): Promise<readonly Model[]> {
  const { models, refusals } = await loadModels(COMMITTED);
  expect(refusals).toEqual([]);
  expect(models.length).toBeGreaterThan(0);
  return models;
}

/** Path of a committed version of the linear model: 1 has three features, 2 has eight. */
export function committedPath(version: number): string {
  return `${COMMITTED}/linear/${version}/model.json`;
}

export function committedBytes(version: number): Buffer {
  return readFileSync(committedPath(version));
}

export function committedFile(version: number): ModelFile {
  const parsed = parseModelFile(JSON.parse(committedBytes(version).toString()));
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.file;
}

/** What training decided of a committed model: the file without its frame. */
export function committedContent(version: number): ModelContent {
  const { format, formatVersion, checksum, version: _, ...content } = committedFile(version);
  return content;
}

/** The fitted parameters of a file of `linear`. */
export function linearEstimatorOf({ estimator }: Pick<ModelFile, "estimator">): LinearEstimator {
  if (!linear.owns(estimator)) throw new Error(`It is not linear: ${estimator.kind}`);
  return estimator;
}
