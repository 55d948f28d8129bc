import { isNumberLike } from "../../file/trained-feature";
import { findingsAbout } from "./findings-about";
import { type Finding, NOTHING, type WarningKind } from "./warning-kind";

const CODE = "FEATURE_OUT_OF_RANGE";

/** At most one per ordered feature, in the model's order. */
export const featureOutOfRange: WarningKind<typeof CODE> = {
  code: CODE,
  meaning: "A feature is outside the range of the training rows; the model extrapolates.",
  ruleFor({ table, file }) {
    const features = file.features.filter(isNumberLike);
    const { positions, findings } = findingsAbout(CODE, table, features);
    const minima = Float64Array.from(features, ({ min }) => min);
    const maxima = Float64Array.from(features, ({ max }) => max);
    return {
      max: features.length,
      find(rows, offset) {
        let found: Finding<typeof CODE>[] | undefined;
        for (let i = 0; i < positions.length; i++) {
          const value = rows[offset + positions[i]];
          // Also skips missing values, which have their own warning.
          if (!(value < minima[i] || value > maxima[i])) continue;
          found ??= [];
          found.push(findings[i]);
        }
        return found ?? NOTHING;
      },
      explain(rows, offset, { feature }) {
        const i = findings.findIndex((finding) => finding.feature === feature);
        const { apiName, unit, type } = table.features[positions[i]];
        const { min, max } = features[i];
        const value = rows[offset + positions[i]];
        const show = type.show ?? String;
        const inUnit = unit === undefined ? "" : ` (unit: ${unit})`;
        const message = `${apiName} is ${show(value)}, outside the training range from ${show(min)} to ${show(max)}${inUnit}: the model extrapolates.`;
        return { value, range: { min, max }, message };
      },
    };
  },
};
