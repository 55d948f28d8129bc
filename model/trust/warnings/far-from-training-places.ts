import { NOTHING, type WarningKind } from "./warning-kind";

const CODE = "FAR_FROM_TRAINING_PLACES";

const FOUND = [{ code: CODE }] as const;

export const farFromTrainingPlaces: WarningKind<typeof CODE> = {
  code: CODE,
  meaning:
    "The location is far from all training locations: farther from the nearest one than 99.9 % of the training rows are.",
  ruleFor({ placeDistance, file: { novelty } }) {
    if (!placeDistance || !novelty.places) return undefined;
    const { threshold } = novelty.places;
    return {
      max: 1,
      find: (rows, offset) => (placeDistance(rows, offset, threshold) > threshold ? FOUND : NOTHING),
      explain(rows, offset) {
        const value = placeDistance(rows, offset);
        const message = `The location is ${value.toFixed(0)} km from the nearest training location, and 99.9 % of the training rows are within ${threshold.toFixed(0)} km of another: the model has no data there.`;
        return { value, range: { min: 0, max: threshold }, message };
      },
    };
  },
};
