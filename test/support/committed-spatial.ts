import { readFileSync } from "node:fs";
import type { BasisEstimator } from "../../model/estimators/basis/basis-estimator-format";
import { basis } from "../../model/estimators/basis/basis-kind";
import { verifyModel } from "../../model/file/read-model";
import type { Model } from "../../model/model";

export const SPATIAL_PATH = "model/trained/spatial/1/model.json";

/** The committed version of `spatial`, and its estimator. */
export function committedSpatial(): { model: Model; estimator: BasisEstimator } {
  const model = verifyModel(readFileSync(SPATIAL_PATH), SPATIAL_PATH);
  const { estimator } = model.file;
  if (!basis.owns(estimator)) throw new Error("spatial has a derived basis");
  return { model, estimator };
}
