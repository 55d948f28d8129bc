import { SILENT } from "../../../../training/progress";
import { jobsOf, predictHeldRows } from "../../../../training/smooth/cross-fit";
import { type Equations, withEquations } from "../../../../training/smooth/equations";
import { penaltiesFor } from "../../../../training/smooth/rules";
import { singleFeatures } from "../../../support/dense-ridge";
import { randomHouses } from "../../../support/smooth-houses";

const ROWS = 30;
const HOUSES = randomHouses(ROWS, 3, true);
const FOLDS = Int32Array.from(HOUSES.target, (_, i) => (3 * i) % 5);
const CROSS_FIT = {
  targets: [HOUSES.target, HOUSES.target.map(Math.log)],
  folding: 1,
  folds: FOLDS,
  factor: 8,
  sizes: [1, 2, 3],
};

const using = <T>(work: (equations: Equations) => T) =>
  withEquations(
    HOUSES,
    singleFeatures(HOUSES),
    penaltiesFor(ROWS),
    [FOLDS, FOLDS],
    SILENT,
    async (equations) => work(equations),
  );

describe("a fit of each fold's other rows", () => {
  it("is a job for each fold, with the projections of the targets without it", async () => {
    await using((equations) => {
      const jobs = jobsOf(equations, CROSS_FIT);

      expect(jobs.map(({ heldBack }) => heldBack)).toEqual(
        [0, 1, 2, 3, 4].map((fold) => ({ folding: 1, fold })),
      );
      for (const { kind, heldBack, factor, sizes, projections } of jobs) {
        expect([kind, factor, sizes]).toEqual(["solve", 8, [1, 2, 3]]);
        expect(projections).toEqual(CROSS_FIT.targets.map((target) => equations.project(target, heldBack)));
      }
    });
  });

  it("predicts each row by the solution of its fold, by target and size", async () => {
    // A weight of the constant alone, which tells fold, target and size.
    const solutions = [0, 1, 2, 3, 4].map((fold) =>
      [0, 1].map((t) => [0, 1, 2].map((s) => Float64Array.of(100 * fold + 10 * t + s))),
    );
    const held = await using((equations) => predictHeldRows(equations, CROSS_FIT, solutions));

    expect(held.map((sizes) => sizes.map((values) => [...values]))).toEqual(
      [0, 1].map((t) => [0, 1, 2].map((s) => [...FOLDS].map((fold) => 100 * fold + 10 * t + s))),
    );
  });
});
