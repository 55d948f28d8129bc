import type { ModelFile } from "../../model/file/format";
import { Model } from "../../model/model";
import { CALIFORNIA } from "./california";
import { committedFile } from "./committed-models";

const EIGHT = CALIFORNIA.width;

/** A model like a committed one, of another name, version and RMSE, that reads three features or all eight. */
export function modelVariant(name: string, version: number, rmse: number, features: 3 | 8 = 3): Model {
  const file: ModelFile = committedFile(features === EIGHT ? 2 : 1);
  const crossValidation = file.metrics.crossValidation.map((scores) => ({ ...scores, rmse }));
  const metrics = { ...file.metrics, test: { ...file.metrics.test, rmse }, crossValidation };
  return new Model({ ...file, name, version, metrics }, `${name}${version}`.padEnd(64, "0"));
}

/** A model with some parts of its file replaced. */
export function variantOf({ file, sha256 }: Model, changes: Partial<ModelFile>): Model {
  return new Model({ ...file, ...changes }, sha256);
}

export const ALL_COLUMNS: readonly string[] = CALIFORNIA.features.map(({ name }) => name);
