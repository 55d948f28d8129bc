import { readFileSync } from "node:fs";
import fc from "fast-check";
import { cellOf } from "../../../training/cell-size";
import { fewestRows, leavesEnoughRows, randomFolds, spatialFolds } from "../../../training/folds";
import { RandomState } from "../../../training/random-state";

const countsOf = (folds: Int32Array, count = 5) =>
  Array.from({ length: count }, (_, fold) => folds.filter((own) => own === fold).length);

describe("random folds", () => {
  it("are parts of a permutation, of which the first ones are longer by a row", () => {
    const order = new RandomState(42).permutation(13);
    const folds = randomFolds(13, 42);

    expect([...order].map((row) => folds[row])).toEqual([0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 4, 4]);
  });

  it("are as many as are asked for, and differ by one row at most", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 }),
        fc.nat(99),
        fc.integer({ min: 1, max: 20 }),
        (rows, seed, count) => {
          const sizes = countsOf(randomFolds(rows, seed, count), count);

          expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(rows);
          expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});

describe("folds by location", () => {
  /** So many houses at each latitude, from 50 degrees on; the cells have an edge of 0.2 degrees. */
  const placesOf = (...counts: number[]) => {
    const latitudes = counts.flatMap((count, i) => Array.from({ length: count }, () => 50.1 + i));
    return {
      latitude: Float64Array.from(latitudes),
      longitude: new Float64Array(latitudes.length).fill(4.1),
    };
  };

  it("take cells, the largest first, to the fold with the fewest rows", () => {
    const folds = spatialFolds(placesOf(2, 5, 1, 4, 3, 2));

    // 5, 4, 3, and of the two cells with 2 rows the one that comes first; the last row joins the fourth fold.
    expect([...folds]).toEqual([3, 3, 0, 0, 0, 0, 0, 3, 1, 1, 1, 1, 2, 2, 2, 4, 4]);
  });

  it("keep the fold of cells that the reference knows", () => {
    const known: Record<string, number> = JSON.parse(readFileSync("data/spatial_folds.json", "utf8"));
    const cells = Object.keys(known).map((cell) => cell.split(",").map(Number));
    const latitude = Float64Array.from(cells, ([south]) => south / 2 + 0.25);
    const longitude = Float64Array.from(cells, ([, west]) => west / 2 + 0.25);

    expect(cells.length).toBeGreaterThan(50);
    expect([...latitude].map((value) => cellOf(value, 0.5))).toEqual(cells.map(([south]) => south));
    expect([...spatialFolds({ latitude, longitude })]).toEqual(Object.values(known));
  });

  it("hold back whole cells", () => {
    const coordinate = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 30, maxLength: 30 });
    fc.assert(
      fc.property(coordinate, coordinate, (norths, easts) => {
        const latitude = Float64Array.from(norths, (value) => value);
        const longitude = Float64Array.from(easts, (value) => value);
        const folds = spatialFolds({ latitude, longitude });
        for (let i = 0; i < 30; i++) {
          for (let j = 0; j < i; j++) {
            if (norths[i] === norths[j] && easts[i] === easts[j]) expect(folds[i]).toBe(folds[j]);
          }
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe("folds leave enough rows", () => {
  it.each([
    [1, 3],
    [9, 11],
    [10, 12],
    [99, 12],
  ])("for %d features if %d are left", (features, rows) => {
    expect(fewestRows(features)).toBe(rows);
  });

  it("if each has two rows, and the others have enough to fit", () => {
    const folds = (...counts: number[]) =>
      Int32Array.from(counts.flatMap((count, fold) => Array(count).fill(fold)));

    expect(leavesEnoughRows(folds(2, 2, 2, 2, 2), 6)).toBe(true);
    expect(leavesEnoughRows(folds(2, 2, 2, 2, 2), 7)).toBe(false);
    expect(leavesEnoughRows(folds(9, 9, 9, 9, 1), 1)).toBe(false);
    expect(leavesEnoughRows(folds(90, 2, 2, 2, 2), 7)).toBe(false);
    expect(leavesEnoughRows(folds(9, 9, 9, 9), 1)).toBe(false);
  });
});
