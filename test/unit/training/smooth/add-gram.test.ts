import fc from "fast-check";
import { addGram } from "../../../../training/smooth/add-gram";
import { positionInTiles } from "../../../../training/smooth/tile-matrix";
import { multiplyInTiles, numbersFrom } from "../../../support/tiles";

const shapes = {
  columns: fc.integer({ min: 1, max: 80 }),
  rows: fc.integer({ min: 1, max: 600 }),
  seed: fc.integer(),
};

describe("XᵀX in tiles", () => {
  it("has the inner products of the columns", () => {
    fc.assert(
      fc.property(shapes.columns, shapes.rows, shapes.seed, (columns, rows, seed) => {
        const values = numbersFrom(seed, rows * columns);
        const { view, gram } = multiplyInTiles(values, columns);
        for (let i = 0; i < columns; i++) {
          for (let j = 0; j <= i; j++) {
            let sum = 0;
            for (let r = 0; r < rows; r++) sum += values[r * columns + i] * values[r * columns + j];
            expect(Math.abs(view[gram + positionInTiles(i, j)] - sum)).toBeLessThan(1e-9);
          }
        }
      }),
      { numRuns: 15 },
    );
  });

  it("is the same, bit for bit, in whatever parts it is computed", () => {
    const part = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(shapes.columns, shapes.rows, shapes.seed, part, part, (columns, rows, seed, one, other) => {
        const values = numbersFrom(seed, rows * columns);
        const whole = multiplyInTiles(values, columns);
        const parts = multiplyInTiles(values, columns, [one, other]);
        expect(parts.view.slice(parts.gram)).toEqual(whole.view.slice(whole.gram));
      }),
      { numRuns: 20 },
    );
  });

  it("is added to what is there, of the rows that are named", () => {
    // The columns 1, 2 and 3, 4: of the second row alone, twice.
    const values = Float64Array.of(5, 6, 2, 4);
    const { kernel, view, panel, gram } = multiplyInTiles(values, 2);
    view.fill(0, gram, gram + 16);
    for (let i = 0; i < 2; i++) addGram(kernel, view, { values: 0, panel, gram }, 2, Int32Array.of(1), 0, 1);

    expect([view[gram], view[gram + 1], view[gram + 5]]).toEqual([8, 16, 32]);
  });
});
