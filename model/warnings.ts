import { FEATURES, featureIndex } from "./features";
import type { Model } from "./model";

/** Why a prediction deserves less trust. Codes are stable. */
export const WARNING_CODES = {
  FEATURE_OUT_OF_RANGE: "A feature is outside the range of the training rows: the model extrapolates.",
  UNUSUAL_COMBINATION:
    "The features together are unlike the training rows: farther from their mean than 99.9 % of them.",
  FAR_FROM_TRAINING_PLACES:
    "The place is far from every place of training: farther from the nearest of them than 99.9 % of the training rows.",
  PREDICTION_OUT_OF_RANGE: "The prediction is outside the range of the training rows' target.",
  PREDICTION_CLIPPED:
    "The model computed a value outside the range of the training rows' target, and answers with the end of that range.",
} as const;

export type WarningCode = keyof typeof WARNING_CODES;

export interface Warning {
  readonly code: WarningCode;
  /** The feature that the warning is about, by its API name, where it is about one. */
  readonly feature?: string;
  /** What was found; in the unit of what the warning is about. */
  readonly value: number;
  /** What would have been ordinary. */
  readonly range: { readonly min: number; readonly max: number };
  readonly message: string;
}

/** All warnings for the row that begins at `offset`. */
export function findWarnings(model: Model, rows: Float64Array, offset = 0): Warning[] {
  return [
    ...findFeaturesOutOfRange(model, rows, offset),
    ...findUnusualCombination(model, rows, offset),
    ...findFarPlace(model, rows, offset),
    ...findPredictionOutOfRange(model, rows, offset),
  ];
}

function findFeaturesOutOfRange(model: Model, rows: Float64Array, offset: number): Warning[] {
  return model.file.features.flatMap(({ name, min, max }) => {
    const position = featureIndex(name);
    const { key, unit } = FEATURES[position];
    const value = rows[offset + position];
    if (value >= min && value <= max) return [];
    const message = `${key} is ${value}, outside the training range from ${min} to ${max} (unit: ${unit}): the model extrapolates.`;
    return { code: "FEATURE_OUT_OF_RANGE", feature: key, value, range: { min, max }, message } as const;
  });
}

function findUnusualCombination(model: Model, rows: Float64Array, offset: number): Warning[] {
  const { threshold } = model.file.novelty;
  const value = model.distance(rows, offset);
  if (value <= threshold) return [];
  const message = `These features together are unlike the training rows: their Mahalanobis distance is ${value.toFixed(2)}, and 99.9 % of the training rows are within ${threshold.toFixed(2)}.`;
  return [{ code: "UNUSUAL_COMBINATION", value, range: { min: 0, max: threshold }, message }];
}

function findFarPlace(model: Model, rows: Float64Array, offset: number): Warning[] {
  const threshold = model.file.novelty.places?.threshold;
  if (threshold === undefined || model.placeDistance === undefined) return [];
  const value = model.placeDistance(rows, offset);
  if (value <= threshold) return [];
  const message = `The place is ${value.toFixed(0)} km from the nearest place of training, and 99.9 % of the training rows are within ${threshold.toFixed(0)} km of one: the model has nothing to go by there.`;
  return [{ code: "FAR_FROM_TRAINING_PLACES", value, range: { min: 0, max: threshold }, message }];
}

function findPredictionOutOfRange(model: Model, rows: Float64Array, offset: number): Warning[] {
  const { min, max, unit } = model.file.target;
  const value = model.predictUnclipped(rows, offset);
  if (value >= min && value <= max) return [];
  if (model.isClipped) {
    const message = `The model computed ${value}, outside the training target's range from ${min} to ${max} (unit: ${unit}): the prediction is the end of that range.`;
    return [{ code: "PREDICTION_CLIPPED", value, range: { min, max }, message }];
  }
  const message = `The prediction is ${value}, outside the training target's range from ${min} to ${max} (unit: ${unit}).`;
  return [{ code: "PREDICTION_OUT_OF_RANGE", value, range: { min, max }, message }];
}
