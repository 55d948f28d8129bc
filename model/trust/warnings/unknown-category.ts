import { isNumberLike } from "../../file/trained-feature";
import { quoted } from "../../table/quoted";
import { findingsAbout } from "./findings-about";
import { type Finding, NOTHING, type WarningKind } from "./warning-kind";

const CODE = "UNKNOWN_CATEGORY";

/** At most one per categorical feature, in the model's order. */
export const unknownCategory: WarningKind<typeof CODE> = {
  code: CODE,
  meaning: "A category does not occur in the training rows; the prediction does not depend on it.",
  ruleFor({ table, file }) {
    const features = file.features.flatMap((feature) => (isNumberLike(feature) ? [] : feature));
    if (features.length === 0) return undefined;
    const { positions, findings } = findingsAbout(CODE, table, features);
    const hasUnseen = features.some(({ counts }) => counts.includes(0));
    const isUnknown = (category: number, i: number) =>
      category < 0 || (hasUnseen && features[i].counts[category] === 0);
    return {
      max: positions.length,
      find(rows, offset) {
        let found: Finding<typeof CODE>[] | undefined;
        for (let i = 0; i < positions.length; i++) {
          if (!isUnknown(rows[offset + positions[i]], i)) continue;
          found ??= [];
          found.push(findings[i]);
        }
        return found ?? NOTHING;
      },
      explain(rows, offset, { feature }) {
        const i = findings.findIndex((finding) => finding.feature === feature);
        const seen = features[i].counts.filter((rows) => rows > 0);
        const category = table.features[positions[i]].categories?.[rows[offset + positions[i]]];
        const what = category === undefined ? `The value of ${feature}` : `${feature} ${quoted(category)}`;
        const message = `${what} is not one of the ${seen.length} categories in the training rows: the prediction does not depend on it.`;
        return { value: 0, range: { min: Math.min(...seen), max: Math.max(...seen) }, message };
      },
    };
  },
};
