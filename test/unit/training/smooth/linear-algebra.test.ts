import { describe, expect, test } from "@jest/globals";
import { assert, constantFrom, double, integer, property } from "fast-check";
import { addGram, PANEL_ROWS } from "../../../../training/smooth/add-gram";
import { decompose, substituteBackward, substituteForward } from "../../../../training/smooth/cholesky";
import { createKernel, TILE } from "../../../../training/smooth/simd/tile-kernel";
import { positionInTiles, sizeOfTiles, tileRows } from "../../../../training/smooth/tile-matrix";

/** Numbers that look random and are the same each time. */
function numbers(length: number, seed: number): Float64Array {
  let state = seed;
  return Float64Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 31 - 1;
  });
}

/** A memory with a matrix of values, a panel and XᵀX of all its rows. */
function multiply(values: Float64Array, columns: number, parts: readonly number[]) {
  const rows = values.length / columns;
  const tiles = tileRows(columns);
  const places = { values: 0, panel: values.length, gram: values.length + tiles * TILE * PANEL_ROWS };
  places.panel += places.panel % 2;
  places.gram = places.panel + tiles * TILE * PANEL_ROWS;
  const size = places.gram + sizeOfTiles(tiles);
  const memory = new WebAssembly.Memory({
    initial: Math.ceil((size * 8) / 65_536),
    maximum: 65_536,
    shared: true,
  });
  const view = new Float64Array(memory.buffer);
  view.set(values);
  const kernel = createKernel(memory);
  const all = Int32Array.from({ length: rows }, (_, i) => i);
  const ends = [0, ...parts.map((part) => Math.round(part * tiles)), tiles].sort((a, b) => a - b);
  for (let i = 1; i < ends.length; i++) addGram(kernel, view, places, columns, all, ends[i - 1], ends[i]);
  return { kernel, view, gram: places.gram, tiles };
}

const shapes = {
  columns: integer({ min: 1, max: 60 }),
  rows: integer({ min: 1, max: 600 }),
  seed: integer(),
};

describe("XᵀX in tiles", () => {
  test("has the inner products of the columns", () => {
    assert(
      property(shapes.columns, shapes.rows, shapes.seed, (columns, rows, seed) => {
        const values = numbers(rows * columns, seed);
        const { view, gram } = multiply(values, columns, []);
        for (let i = 0; i < columns; i++) {
          for (let j = 0; j <= i; j++) {
            let sum = 0;
            for (let r = 0; r < rows; r++) sum += values[r * columns + i] * values[r * columns + j];
            expect(view[gram + positionInTiles(i, j)]).toBeCloseTo(sum, 9);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  test("is the same, bit for bit, in whatever parts it is computed", () => {
    const part = double({ min: 0, max: 1, noNaN: true });
    assert(
      property(shapes.columns, shapes.rows, shapes.seed, part, part, (columns, rows, seed, one, other) => {
        const values = numbers(rows * columns, seed);
        const whole = multiply(values, columns, []);
        const parts = multiply(values, columns, [one, other]);
        expect(parts.view.slice(parts.gram)).toEqual(whole.view.slice(whole.gram));
      }),
      { numRuns: 30 },
    );
  });
});

describe("Cholesky's decomposition", () => {
  test("solves the equations of all columns, and those of the first ones", () => {
    assert(
      property(integer({ min: 1, max: 140 }), shapes.seed, constantFrom(1, 0.6), (order, seed, share) => {
        const values = numbers(3 * order * order, seed);
        const { kernel, view, gram, tiles } = multiply(values, order, []);
        for (let i = 0; i < order; i++) view[gram + positionInTiles(i, i)] += 1;
        for (let i = order; i < tiles * TILE; i++) view[gram + positionInTiles(i, i)] = 1;
        const matrix = view.slice();
        const right = numbers(order, seed + 1);
        decompose(kernel, view, gram, tiles);
        const solution = right.slice();
        substituteForward(view, gram, solution);
        const size = Math.ceil(share * order);
        const first = solution.slice(0, size);
        substituteBackward(view, gram, first);
        for (let i = 0; i < size; i++) {
          let sum = 0;
          for (let j = 0; j < size; j++) {
            sum += matrix[gram + positionInTiles(Math.max(i, j), Math.min(i, j))] * first[j];
          }
          expect(sum).toBeCloseTo(right[i], 8);
        }
      }),
      { numRuns: 30 },
    );
  });

  test("refuses a matrix that is not positive definite", () => {
    const { kernel, view, gram } = multiply(numbers(8, 1), 4, []);
    expect(() => decompose(kernel, view, gram, 1)).toThrow("not positive definite");
  });
});
