import { readFileSync } from "node:fs";
import type { SmoothEstimator } from "../../model/estimators/smooth/smooth-format";
import { smooth } from "../../model/estimators/smooth/smooth-kind";
import { verifyModel } from "../../model/file/read-model";
import type { Model } from "../../model/model";

export const SPATIAL_PATH = "model/trained/spatial/1/model.json";

/** The committed version of `spatial`, and its estimator. */
export function committedSpatial(): { model: Model; estimator: SmoothEstimator } {
  const model = verifyModel(readFileSync(SPATIAL_PATH), SPATIAL_PATH);
  const { estimator } = model.file;
  if (!smooth.owns(estimator)) throw new Error("spatial is smooth");
  return { model, estimator };
}
