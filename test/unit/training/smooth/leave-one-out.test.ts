import { SILENT } from "../../../../training/progress";
import { withEquations } from "../../../../training/smooth/equations";
import { leaveOneOut } from "../../../../training/smooth/leave-one-out";
import { penaltiesFor } from "../../../../training/smooth/rules";
import { DenseRidge, expectNumbers, singleFeatures } from "../../../support/dense-ridge";
import { randomHouses } from "../../../support/smooth-houses";

describe("predictions that leave out each row", () => {
  it("are those of fits on all other rows", async () => {
    const houses = randomHouses(40, 3, true);
    const [target, penalties, basis] = [
      houses.target.map(Math.log),
      penaltiesFor(40),
      singleFeatures(houses),
    ];
    const dense = new DenseRidge(houses, basis, penalties);
    const expected = [...target.keys()].map((row) => dense.predict(target, 2, (other) => other !== row)[row]);
    const folds = Int32Array.from(target, (_, i) => i % 5);
    const found = await withEquations(houses, basis, penalties, [folds], SILENT, async (equations) => {
      const [leverages] = await equations.leverages([2], equations.columns, SILENT);
      const weights = equations.fit(target, 2, equations.columns);
      return leaveOneOut(equations, target, weights, leverages);
    });

    expectNumbers(found, expected);
  });
});
