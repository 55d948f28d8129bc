import { FEATURES } from "../features";
import type { Model } from "../model";
import { driftDetector, type Finding } from "./drift";

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

/** What a warning says beside its code and feature. */
type Explanation = Pick<Warning, "value" | "range" | "message">;

type Explain = (model: Model, rows: Float64Array, offset: number, finding: Finding) => Explanation;

/** All warnings for the row that begins at `offset`: what the drift detector finds in it, in words. */
export function findWarnings(model: Model, rows: Float64Array, offset = 0): Warning[] {
  const detector = driftDetector(model);
  const findings = detector.inspect(rows, offset, model.predictUnclipped(rows, offset));
  return detector
    .describe(findings)
    .map((finding) => ({ ...finding, ...EXPLAIN[finding.code](model, rows, offset, finding) }));
}

const EXPLAIN: { readonly [code in WarningCode]: Explain } = {
  FEATURE_OUT_OF_RANGE({ file }, rows, offset, { feature }) {
    const position = FEATURES.findIndex(({ key }) => key === feature);
    const { key, column, unit } = FEATURES[position];
    const { min, max } = file.features[file.features.findIndex(({ name }) => name === column)];
    const value = rows[offset + position];
    const message = `${key} is ${value}, outside the training range from ${min} to ${max} (unit: ${unit}): the model extrapolates.`;
    return { value, range: { min, max }, message };
  },
  UNUSUAL_COMBINATION(model, rows, offset) {
    const { threshold } = model.file.novelty;
    const value = model.distance(rows, offset);
    const message = `These features together are unlike the training rows: their Mahalanobis distance is ${value.toFixed(2)}, and 99.9 % of the training rows are within ${threshold.toFixed(2)}.`;
    return { value, range: { min: 0, max: threshold }, message };
  },
  FAR_FROM_TRAINING_PLACES(model, rows, offset) {
    const threshold = model.file.novelty.places?.threshold ?? Infinity;
    const value = model.placeDistance?.(rows, offset) ?? Infinity;
    const message = `The place is ${value.toFixed(0)} km from the nearest place of training, and 99.9 % of the training rows are within ${threshold.toFixed(0)} km of one: the model has nothing to go by there.`;
    return { value, range: { min: 0, max: threshold }, message };
  },
  PREDICTION_CLIPPED(model, rows, offset) {
    const { min, max, unit } = model.file.target;
    const value = model.predictUnclipped(rows, offset);
    const message = `The model computed ${value}, outside the training target's range from ${min} to ${max} (unit: ${unit}): the prediction is the end of that range.`;
    return { value, range: { min, max }, message };
  },
  PREDICTION_OUT_OF_RANGE(model, rows, offset) {
    const { min, max, unit } = model.file.target;
    const value = model.predictUnclipped(rows, offset);
    const message = `The prediction is ${value}, outside the training target's range from ${min} to ${max} (unit: ${unit}).`;
    return { value, range: { min, max }, message };
  },
};
