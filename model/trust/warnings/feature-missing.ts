import { isNeeded } from "../../file/trained-feature";
import { findingsAbout } from "./findings-about";
import { type Finding, NOTHING, type WarningKind } from "./warning-kind";

const CODE = "FEATURE_MISSING";

/** At most one per feature that some rows lacked, in the model's order. */
export const featureMissing: WarningKind<typeof CODE> = {
  code: CODE,
  meaning:
    "A feature that the model reads is missing, as in some training or test rows; the prediction does not use it.",
  ruleFor({ table, file }) {
    const features = file.features.filter((feature) => !isNeeded(feature));
    if (features.length === 0) return undefined;
    const { positions, findings } = findingsAbout(CODE, table, features);
    return {
      max: positions.length,
      find(rows, offset) {
        let found: Finding<typeof CODE>[] | undefined;
        for (let i = 0; i < positions.length; i++) {
          if (!Number.isNaN(rows[offset + positions[i]])) continue;
          found ??= [];
          found.push(findings[i]);
        }
        return found ?? NOTHING;
      },
      explain(_rows, _offset, { feature }) {
        const { missing } = features[findings.findIndex((finding) => finding.feature === feature)];
        const { trainRows } = file.trainingData;
        const rows =
          missing === 0
            ? "and no training row lacked it"
            : `as in ${missing} of the ${trainRows} training rows`;
        const message = `${feature} is missing, ${rows}: the prediction does not use it.`;
        return { value: missing, range: { min: 0, max: trainRows }, message };
      },
    };
  },
};
