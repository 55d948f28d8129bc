import { readFileSync } from "node:fs";
import type { BasisEstimator } from "../../model/basis/basis-format";
import type { Model } from "../../model/model";
import { verifyModel } from "../../model/read-model";

export const SPATIAL_PATH = "model/trained/spatial/1/model.json";

/** The committed version of `spatial`, and its estimator. */
export function committedSpatial(): { model: Model; estimator: BasisEstimator } {
  const model = verifyModel(readFileSync(SPATIAL_PATH), SPATIAL_PATH);
  const { estimator } = model.file;
  if (estimator.kind !== "basis") throw new Error("spatial has a derived basis");
  return { model, estimator };
}
