import { FEATURES, featureIndex } from "../../features";
import { type Finding, NOTHING, type WarningKind } from "./warning-kind";

const CODE = "FEATURE_OUT_OF_RANGE";

/** At most one finding a feature, in the model's order. */
export const featureOutOfRange: WarningKind<typeof CODE> = {
  code: CODE,
  meaning: "A feature is outside the range of the training rows: the model extrapolates.",
  ruleFor({ file: { features } }) {
    const positions = Int32Array.from(features, ({ name }) => featureIndex(name));
    const minima = Float64Array.from(features, ({ min }) => min);
    const maxima = Float64Array.from(features, ({ max }) => max);
    const isOutside = (rows: Float64Array, offset: number, i: number) => {
      const value = rows[offset + positions[i]];
      return !(value >= minima[i] && value <= maxima[i]);
    };
    return {
      max: features.length,
      find(rows, offset) {
        let found: Finding<typeof CODE>[] | undefined;
        for (let i = 0; i < positions.length; i++) {
          if (!isOutside(rows, offset, i)) continue;
          found ??= [];
          found.push({ code: CODE, feature: FEATURES[positions[i]].key });
        }
        return found ?? NOTHING;
      },
      explain(rows, offset, { feature }) {
        const position = FEATURES.findIndex(({ key }) => key === feature);
        const { key, unit } = FEATURES[position];
        const { min, max } = features[positions.indexOf(position)];
        const value = rows[offset + position];
        const message = `${key} is ${value}, outside the training range from ${min} to ${max} (unit: ${unit}): the model extrapolates.`;
        return { value, range: { min, max }, message };
      },
    };
  },
};
