import { multiplyPenalties, settingsOf } from "../../../../training/smooth/settings";
import { structureOf } from "../../../../training/smooth/structure";
import { smallSmooth } from "../../../support/small-smooth";

/** The penalties of `smallSmooth`, which are all different, times a factor. */
const penaltiesTimes = (factor: number) => ({
  curve: factor,
  missing: 2 * factor,
  category: 3 * factor,
  location: 4 * factor,
  product: 5 * factor,
  "location-product": 6 * factor,
  "category-product": 7 * factor,
  similarity: 8 * factor,
});

it("a factor multiplies the penalty of each kind of block", () => {
  expect(multiplyPenalties(smallSmooth().penalties, 4)).toEqual(penaltiesTimes(4));
});

it("the settings of a model have its structure, its trials, and the penalties without the chosen factor", () => {
  const trials = [8, 2].map(
    (factor) => ({ scale: "identity", factor, through: "similarity", rmse: 1 }) as const,
  );
  const estimator = smallSmooth({ trials });

  expect(settingsOf(estimator)).toEqual({
    structure: structureOf(estimator),
    penalties: penaltiesTimes(1 / 8),
    trials,
  });
});
