import type { Progress } from "../../../../training/progress";
import { SILENT } from "../../../../training/progress";
import { type Equations, withEquations } from "../../../../training/smooth/equations";
import { penaltiesFor } from "../../../../training/smooth/rules";
import { DenseRidge, expectNumbers, singleFeatures } from "../../../support/dense-ridge";
import { randomHouses } from "../../../support/smooth-houses";

const ROWS = 60;
const HOUSES = randomHouses(ROWS, 3, true);
const LOGARITHM = HOUSES.target.map(Math.log);
const FOLDINGS = [
  Int32Array.from(HOUSES.target, (_, i) => i % 5),
  Int32Array.from(HOUSES.target, (_, i) => (i >> 1) % 5),
];
const PENALTIES = penaltiesFor(ROWS);

const using = <T>(work: (equations: Equations) => T | Promise<T>, progress: Progress = SILENT) =>
  withEquations(HOUSES, singleFeatures(HOUSES), PENALTIES, FOLDINGS, progress, async (equations) =>
    work(equations),
  );

const dense = () => new DenseRidge(HOUSES, singleFeatures(HOUSES), PENALTIES);

const predictAll = (equations: Equations, weights: Float64Array) =>
  Array.from(HOUSES.target, (_, row) => equations.predict(row, weights));

describe("the equations of a fit", () => {
  it("have the columns of the basis and a constant", async () => {
    const { design } = dense();

    await using((equations) => {
      expect(equations.columns).toBe(design.columns);
      expect(equations.columns).toBe(1 + equations.basis.size);
      expectNumbers(predictAll(equations, Float64Array.of(2)), Array(ROWS).fill(2));
    });
  });

  it("project a target on the columns, over all rows or without a fold", async () => {
    const { design } = dense();
    const projected = (isCounted: (row: number) => boolean) =>
      Array.from({ length: design.columns }, (_, j) =>
        LOGARITHM.reduce((sum, value, i) => sum + (isCounted(i) ? design.get(i, j) * value : 0), 0),
      );

    await using((equations) => {
      expectNumbers(
        equations.project(LOGARITHM),
        projected(() => true),
      );
      expectNumbers(
        equations.project(LOGARITHM, { folding: 1, fold: 2 }),
        projected((row) => FOLDINGS[1][row] !== 2),
      );
    });
  });

  it("predict rows from some of the columns", async () => {
    const { design } = dense();

    await using((equations) => {
      const weights = Float64Array.from({ length: 6 }, (_, j) => j + 1);
      const expected = 3 * design.get(7, 2) + 4 * design.get(7, 3);
      expect(equations.predict(7, weights, 2, 4)).toBeCloseTo(expected, 12);
    });
  });

  it.each([
    [1, undefined],
    [16, undefined],
    [1, 12],
  ])(
    "are solved for all rows with the penalty times %d, for all columns or the first (%s)",
    async (factor, size) => {
      const reference = dense();

      await using((equations) => {
        const weights = equations.fit(LOGARITHM, factor, size ?? equations.columns);
        expect(weights).toHaveLength(size ?? equations.columns);
        expectNumbers(predictAll(equations, weights), reference.predict(LOGARITHM, factor, undefined, size));
      });
    },
  );

  it("are solved without a fold, for several targets and sizes", async () => {
    const reference = dense();
    const heldBack = { folding: 1, fold: 3 };
    const targets = [LOGARITHM, HOUSES.target];

    await using(async (equations) => {
      let done = 0;
      const projections = targets.map((target) => equations.project(target, heldBack));
      const sizes = [10, equations.columns];
      const job = { kind: "solve", heldBack, factor: 2, projections, sizes } as const;
      const [first, second] = await equations.solveAll([job, { ...job, factor: 4 }], () => done++);
      expect(done).toBe(2);
      const isFitted = (row: number) => FOLDINGS[1][row] !== 3;
      for (const [solutions, factor] of [
        [first, 2],
        [second, 4],
      ] as const) {
        for (const [t, target] of targets.entries()) {
          for (const [s, size] of sizes.entries()) {
            const expected = reference.predict(target, factor, isFitted, size);
            expectNumbers(predictAll(equations, solutions[t][s]), expected, t === 0 ? 6 : 2);
          }
        }
      }
    });
  });

  it("give the leverages of rows, for several penalties", async () => {
    const reference = dense();

    await using(async (equations) => {
      const [one, other] = await equations.leverages([1, 8], 20, SILENT);
      expectNumbers(one, reference.leverages(1, 20));
      expectNumbers(other, reference.leverages(8, 20));
    });
  });

  it("tell their progress", async () => {
    const told: (string | number)[] = [];
    const progress: Progress = {
      begin: (task, steps) => told.push(task, steps),
      advance: (steps) => told.push(steps),
      end: () => told.push("end"),
    };
    await using((equations) => equations.leverages([1], 5, progress), progress);

    // One part of the design, and two parts of the product for each of five folds, twice.
    expect(told).toEqual([
      "Multiplying",
      21,
      ...Array(21).fill(1),
      "end",
      "Holding back each row",
      1,
      1,
      "end",
    ]);
  });
});

describe("work with equations", () => {
  it("ends with what it returns, or how it fails", async () => {
    expect(await using(() => 7)).toBe(7);
    await expect(
      using(() => {
        throw new RangeError("failed");
      }),
    ).rejects.toThrow("failed");
  });
});
