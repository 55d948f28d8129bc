import type { Model } from "../../model";
import { type Finding, NOTHING, type WarningKind, type WarningRule } from "./warning-kind";

/** Models that clip give PREDICTION_CLIPPED instead. */
export const predictionOutOfRange: WarningKind<"PREDICTION_OUT_OF_RANGE"> = {
  code: "PREDICTION_OUT_OF_RANGE",
  meaning: "The prediction is outside the range of the training rows' target.",
  ruleFor(model) {
    const { min, max } = model.file.target;
    if (model.isClipped) return undefined;
    return targetRule(
      model,
      "PREDICTION_OUT_OF_RANGE",
      (value) =>
        `The prediction is ${value}, outside the training target's range from ${min} to ${max}${inUnit(model)}.`,
    );
  },
};

export const predictionClipped: WarningKind<"PREDICTION_CLIPPED"> = {
  code: "PREDICTION_CLIPPED",
  meaning:
    "The model computed a value outside the range of the training rows' target; the prediction is clipped to that range.",
  ruleFor(model) {
    const { min, max } = model.file.target;
    if (!model.isClipped) return undefined;
    return targetRule(
      model,
      "PREDICTION_CLIPPED",
      (value) =>
        `The model computed ${value}, outside the training target's range from ${min} to ${max}${inUnit(model)}: the prediction is clipped to that range.`,
    );
  },
};

function inUnit({ table: { target } }: Model): string {
  return target.unit === undefined ? "" : ` (unit: ${target.unit})`;
}

function targetRule<Code extends string>(
  model: Model,
  code: Code,
  say: (value: number) => string,
): WarningRule<Code> {
  const { min, max } = model.file.target;
  const found: readonly Finding<Code>[] = [{ code }];
  return {
    max: 1,
    find(rows, offset, prediction) {
      // A prediction inside the range was not clipped; at its ends, recompute without clipping.
      if (prediction > min && prediction < max) return NOTHING;
      const unclipped = model.predictUnclipped(rows, offset);
      return unclipped >= min && unclipped <= max ? NOTHING : found;
    },
    explain(rows, offset) {
      const value = model.predictUnclipped(rows, offset);
      return { value, range: { min, max }, message: say(value) };
    },
  };
}
