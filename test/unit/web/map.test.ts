import fc from "fast-check";
import { blocksOf } from "../../../web/map/blocks";
import { colourOf, STOPS } from "../../../web/map/colours";
import { cellAt, cellsOf, gridOf } from "../../../web/map/grid";
import { priceRange } from "../../../web/map/price-range";
import { columnOf } from "./columns";

const latitude = columnOf({ apiName: "lat", role: "LATITUDE", min: 32.55, max: 41.95 });
const longitude = columnOf({ apiName: "lng", role: "LONGITUDE", min: -124.35, max: -114.31 });

describe("the grid of the map", () => {
  it("has about 2,000 cells, which are about as wide as high on the ground, wherever it is", () => {
    const place = fc.record({
      south: fc.double({ min: -60, max: 50, noNaN: true }),
      west: fc.double({ min: -180, max: 150, noNaN: true }),
      height: fc.double({ min: 0.1, max: 10, noNaN: true }),
      width: fc.double({ min: 0.1, max: 10, noNaN: true }),
    });
    fc.assert(
      fc.property(place, ({ south, west, height, width }) => {
        const grid = gridOf([
          { ...latitude, min: south, max: south + height },
          { ...longitude, min: west, max: west + width },
        ]);
        if (!grid) throw new Error("There is no grid.");
        expect(grid.rows * grid.columns).toBeGreaterThan(1500);
        expect(grid.rows * grid.columns).toBeLessThan(2500);
        const shrink = Math.cos(((south + height / 2) * Math.PI) / 180);
        const shape = (width * shrink) / grid.columns / (height / grid.rows);
        expect(Math.abs(Math.log(shape))).toBeLessThan(0.3);
      }),
    );
  });

  it("goes row after row from the north-west", () => {
    const grid = gridOf([latitude, longitude]);
    if (!grid) throw new Error("There is no grid.");
    const cells = cellsOf(grid);
    expect(cells).toHaveLength(grid.rows * grid.columns);
    expect(cellAt(grid, 1).latitude).toBe(cellAt(grid, 0).latitude);
    expect(cellAt(grid, 1).longitude).toBeGreaterThan(cellAt(grid, 0).longitude);
    expect(cellAt(grid, grid.columns).latitude).toBeLessThan(cellAt(grid, 0).latitude);
    for (const cell of cells) {
      expect(cell.latitude).toBeGreaterThan(32.55);
      expect(cell.longitude).toBeLessThan(-114.31);
    }
  });

  it("is not there for a table without places, or with one place only", () => {
    expect(gridOf([columnOf({})])).toBeUndefined();
    expect(gridOf([latitude])).toBeUndefined();
    expect(gridOf([{ ...latitude, min: 1, max: 1 }, longitude])).toBeUndefined();
    expect(gridOf([{ ...latitude, min: null, max: null }, longitude])).toBeUndefined();
  });
});

describe("the map while a slider moves", () => {
  it("has all cells of the market, a quarter of their prices, and each price near its cells", () => {
    const grid = gridOf([latitude, longitude]);
    if (!grid) throw new Error("There is no grid.");
    const all = cellsOf(grid);
    const market = fc.subarray(all, { minLength: 1 });
    fc.assert(
      fc.property(market, (cells) => {
        const blocks = blocksOf(grid, cells, 2);
        const inBlocks = blocks.flat().map(({ index }) => index);
        expect(inBlocks.sort((a, b) => a - b)).toEqual(cells.map(({ index }) => index));
        for (const [{ index }, ...others] of blocks) {
          for (const other of others)
            expect([1, grid.columns - 1, grid.columns, grid.columns + 1]).toContain(other.index - index);
        }
      }),
    );
    expect(blocksOf(grid, all, 2).length).toBeLessThan(all.length * 0.27);
    expect(blocksOf(grid, all, 1)).toEqual(all.map((cell) => [cell]));
  });
});

describe("the colours of the map", () => {
  it("go from one end to the other, and stay there", () => {
    expect(colourOf(-1)).toEqual(STOPS[0]);
    expect(colourOf(0.5)).toEqual(STOPS[2]);
    expect(colourOf(2)).toEqual(STOPS.at(-1));
    expect(colourOf(0.125)).toEqual([64, 42, 112]);
  });

  it("leave out a few extreme prices", () => {
    const cells = Array.from({ length: 101 }, (_, price) => ({ price }));
    expect(priceRange(cells)).toEqual([2, 98]);
    expect(priceRange([])).toEqual([0, 1]);
    expect(priceRange([{ price: 3 }])).toEqual([3, 4]);
  });
});
