import { SILENT } from "../../../../training/progress";
import { smooth, spatial } from "../../../../training/smooth/smooth-trainers";
import { refusalOf } from "../../../support/refusal";
import { randomHouses } from "../../../support/smooth-houses";
import { AREA, trainingTable } from "../../../support/training-tables";

const HOUSES = randomHouses(40, 3, true);
const FOLDS = Int32Array.from(HOUSES.target, (_, i) => i % 5);

const hasLocation = (estimator: object) => JSON.stringify(estimator).includes('"latitude":"North"');

describe("the trainers of smooth models", () => {
  it("are two, which use all features", () => {
    expect(
      [smooth, spatial].map(({ name, description, takesFeatures }) => [name, description, takesFeatures]),
    ).toEqual([
      ["smooth", "ridge regression on smooth functions of the features", false],
      ["spatial", "ridge regression on smooth functions of the features and the location", false],
    ]);
  });

  it("differ in whether they use the location, and predict rows that are held back again", async () => {
    for (const trainer of [smooth, spatial]) {
      const { estimator } = await trainer.fit(HOUSES, 1, SILENT);
      const predictions = await trainer.refit(estimator)(HOUSES, [FOLDS, FOLDS], SILENT);

      expect([estimator.kind, hasLocation(estimator)]).toEqual(["smooth", trainer === spatial]);
      expect(predictions.map(({ length }) => length)).toEqual([40, 40]);
      expect(predictions[0]).toEqual(predictions[1]);
    }
  });

  it("refuse a table without a location if they need it", async () => {
    const { code, message } = await refusalOf(() =>
      spatial.fit(trainingTable([AREA], [[1], [2]], [1, 2]), 1, SILENT),
    );

    expect([code, message]).toEqual([
      "OPTION_INVALID",
      "--model spatial needs the latitude and longitude of every row, which the table does not have: take --model smooth.",
    ]);
  });

  it("cannot refit a model of another kind", () => {
    expect(() => smooth.refit({ kind: "linear" })).toThrow("A linear model has no smooth functions.");
  });
});
