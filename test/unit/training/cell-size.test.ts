import fc from "fast-check";
import { cellOf, cellSize, edgeOf } from "../../../training/cell-size";

const degrees = (...values: number[]) => Float64Array.from(values);

describe("the size of map cells", () => {
  it.each([
    [20, 1],
    [10, 0.5],
    [4, 0.2],
    [2, 0.1],
    [0.4, 0.02],
    [100, 5],
  ])("over %d degrees is %d: twenty cells, or about so many", (extent, size) => {
    expect(cellSize({ latitude: degrees(0, extent, extent), longitude: degrees(5, 5, 5) })).toBe(size);
    expect(cellSize({ latitude: degrees(5, 5, 5), longitude: degrees(0, extent, extent) })).toBe(size);
  });

  it("is 1 at a single place", () => {
    expect(cellSize({ latitude: degrees(5, 5), longitude: degrees(5, 5) })).toBe(1);
  });

  it("does not depend on the outermost hundredth of locations", () => {
    // Of 201 values the quantiles 0.01 and 0.99 are the third and the third last.
    const values = Float64Array.from({ length: 201 }, (_, i) => (i < 2 ? -80 : i > 198 ? 80 : i / 10));

    expect(cellSize({ latitude: values, longitude: degrees(...Array(201).fill(5)) })).toBe(1);
  });
});

describe("a map cell", () => {
  it("is exact at the edges of cells of a tenth of a degree", () => {
    const cells = Array.from({ length: 100 }, (_, i) => cellOf(Number(`${(i - 50) / 10}`), 0.1));

    expect(cells).toEqual(Array.from({ length: 100 }, (_, i) => i - 50));
  });

  it.each([
    [7.3, 2, 3],
    [-0.1, 2, -1],
    [4, 1, 4],
    [0.55, 0.5, 1],
  ])("of %d degrees with edges of %d is number %d", (value, size, cell) => {
    expect(cellOf(value, size)).toBe(cell);
  });

  it("begins at or before its values, and ends after them", () => {
    const size = fc.constantFrom(0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5);
    fc.assert(
      fc.property(fc.integer({ min: -18_000, max: 18_000 }), size, (hundredths, size) => {
        const value = hundredths / 100;
        const cell = cellOf(value, size);

        expect(edgeOf(cell, size)).toBeLessThanOrEqual(value + 1e-9);
        expect(edgeOf(cell + 1, size)).toBeGreaterThan(value - 1e-9);
        expect(edgeOf(cell + 1, size) - edgeOf(cell, size)).toBeCloseTo(size, 9);
      }),
    );
  });
});
