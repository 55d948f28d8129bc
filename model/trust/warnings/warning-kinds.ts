import { farFromTrainingPlaces } from "./far-from-training-places";
import { featureMissing } from "./feature-missing";
import { featureOutOfRange } from "./feature-out-of-range";
import { predictionClipped, predictionOutOfRange } from "./prediction-out-of-range";
import { unknownCategory } from "./unknown-category";
import { unusualCombination } from "./unusual-combination";
import type { WarningKind } from "./warning-kind";

/** Why a prediction deserves less trust, in the order in which a row's warnings are given. */
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
