import { farFromTrainingPlaces } from "./far-from-training-places";
import { featureMissing } from "./feature-missing";
import { featureOutOfRange } from "./feature-out-of-range";
import { predictionClipped, predictionOutOfRange } from "./prediction-out-of-range";
import { unknownCategory } from "./unknown-category";
import { unusualCombination } from "./unusual-combination";
import type { WarningKind } from "./warning-kind";

/** In the order in which the warnings of a row are given. */
export const WARNING_KINDS = [
  featureOutOfRange,
  featureMissing,
  unknownCategory,
  unusualCombination,
  farFromTrainingPlaces,
  predictionOutOfRange,
  predictionClipped,
] as const satisfies readonly WarningKind[];

export type WarningCode = (typeof WARNING_KINDS)[number]["code"];
