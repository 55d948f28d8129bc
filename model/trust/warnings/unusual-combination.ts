import { NOTHING, type WarningKind } from "./warning-kind";

const CODE = "UNUSUAL_COMBINATION";

const FOUND = [{ code: CODE }] as const;

export const unusualCombination: WarningKind<typeof CODE> = {
  code: CODE,
  meaning:
    "The combination of features is unusual: farther from the mean of the training rows than 99.9 % of them.",
  ruleFor(model) {
    const { threshold } = model.file.novelty;
    return {
      max: 1,
      find: (rows, offset) => (model.distance(rows, offset) > threshold ? FOUND : NOTHING),
      explain(rows, offset) {
        const value = model.distance(rows, offset);
        const message = `This combination of features is unusual: its Mahalanobis distance is ${value.toFixed(2)}, and 99.9 % of the training rows are within ${threshold.toFixed(2)}.`;
        return { value, range: { min: 0, max: threshold }, message };
      },
    };
  },
};
