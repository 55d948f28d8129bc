import { existsSync } from "node:fs";
import { GRID, QUICK_GRID, selectPenalties } from "../../../../training/basis/select-penalties";
import { readTuned, TUNED } from "../../../../training/basis/tuned";
import { SILENT } from "../../../../training/progress";
import { everyNthRow } from "../../../support/housing-table";
import { SMALL_STRUCTURE } from "../../../support/small-structure";

describe("selectPenalties", () => {
  it("tries all penalties of the grid, and puts the least loss first", async () => {
    const grid = { product: [0.5, 50], place: [0.4, 4000], placeProduct: [2] };
    const candidates = selectPenalties(await everyNthRow(25), SMALL_STRUCTURE, grid, 42, SILENT);
    const tried = candidates.map(({ penalties }) => [penalties.product, penalties.place]);
    expect(tried.toSorted()).toEqual([
      [0.5, 0.4],
      [0.5, 4000],
      [50, 0.4],
      [50, 4000],
    ]);
    const losses = candidates.map(({ loss }) => loss);
    expect(losses).toEqual(losses.toSorted((a, b) => a - b));
    for (const { random, block, loss } of candidates) {
      expect(loss).toBeCloseTo((random / 0.446 + block / 0.565) / 2, 12);
    }
    // A place that hardly counts cannot be best: it is the most that there is to know.
    expect(candidates[0].penalties.place).toBe(0.4);
  });

  it("gives the same every time", async () => {
    const select = async () => selectPenalties(await everyNthRow(50), SMALL_STRUCTURE, QUICK_GRID, 7, SILENT);
    expect(await select()).toEqual(await select());
  });
});

describe("what was tuned", () => {
  it("is in the repository, with the figures of the whole grid", () => {
    expect(existsSync(TUNED)).toBe(true);
    const { seed, testSize, chosen, candidates } = readTuned();
    expect([seed, testSize]).toEqual([42, 0.2]);
    expect(candidates).toHaveLength(GRID.product.length * GRID.place.length * GRID.placeProduct.length);
    expect(chosen).toEqual(candidates[0]);
    expect(chosen.loss).toBe(Math.min(...candidates.map(({ loss }) => loss)));
  });

  it("is not at an end of the grid", () => {
    const { product, place, "place-product": placeProduct } = readTuned().chosen.penalties;
    for (const [values, value] of [
      [GRID.product, product],
      [GRID.place, place],
      [GRID.placeProduct, placeProduct],
    ] as const) {
      expect(value).toBeGreaterThan(Math.min(...values));
      expect(value).toBeLessThan(Math.max(...values));
    }
  });
});
