import type { Trial } from "../../../../model/estimators/smooth/smooth-format";
import { SILENT } from "../../../../training/progress";
import { crossPredictSmooth } from "../../../../training/smooth/cross-predict";
import { penaltiesFor } from "../../../../training/smooth/rules";
import { chooseStructure } from "../../../../training/smooth/structure";
import { fromScale, toScale } from "../../../../training/smooth/target-scale";
import { DenseRidge, expectNumbers, singleFeatures } from "../../../support/dense-ridge";
import { randomHouses } from "../../../support/smooth-houses";

const HOUSES = randomHouses(60, 3, true);
const FOLDINGS = [1, 7].map((step) => Int32Array.from(HOUSES.target, (_, i) => Math.floor(i / step) % 5));

describe("predictions of folds with settings that were chosen before", () => {
  it.each<[Trial["scale"], number]>([
    ["identity", 2],
    ["log", 16],
  ])("are those of a regression of the target on the scale %s", async (scale, factor) => {
    const penalties = penaltiesFor(HOUSES.target.length);
    const trial = { scale, factor, through: "category", rmse: 1 } as const;
    // What was tried after the best does not matter.
    const trials = [trial, { ...trial, factor: 64 }];
    const structure = chooseStructure(HOUSES, false);
    const found = await crossPredictSmooth(HOUSES, FOLDINGS, SILENT, { structure, penalties, trials });
    const dense = new DenseRidge(HOUSES, singleFeatures(HOUSES), penalties);
    const target = toScale(HOUSES.target, scale);

    expect(found).toHaveLength(2);
    FOLDINGS.forEach((folds, f) => {
      const held = new Float64Array(folds.length);
      for (let fold = 0; fold < 5; fold++) {
        const predicted = dense.predict(target, factor, (row) => folds[row] !== fold);
        folds.forEach((own, row) => {
          if (own === fold) held[row] = predicted[row];
        });
      }
      const expected = fromScale(held, HOUSES.target, folds, scale);
      expectNumbers(
        found[f].map((value, i) => value / expected[i]),
        Array(60).fill(1),
      );
    });
  });
});
