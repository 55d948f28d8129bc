import { Matrix } from "ml-matrix";
import { addGram } from "../../../../training/basis/gram";

function numbers(count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => Math.sin(i + 1));
}

function gramByMlMatrix(values: Float64Array, columns: number, rows: Int32Array): Matrix {
  const taken = new Matrix(
    Array.from(rows, (row) => [...values.subarray(row * columns, (row + 1) * columns)]),
  );
  return taken.transpose().mmul(taken);
}

describe("addGram", () => {
  it.each([
    [1, 1],
    [3, 2],
    [64, 4],
    [65, 5],
    [200, 7],
    [130, 18],
  ])("multiplies %d rows of %d columns as ml-matrix does", (count, columns) => {
    const values = numbers(count * columns);
    const rows = Int32Array.from({ length: count }, (_, i) => i);
    const expected = gramByMlMatrix(values, columns, rows);
    const gram = new Float64Array(columns * columns);
    addGram(values, columns, rows, gram);
    for (let i = 0; i < columns; i++) {
      for (let j = 0; j <= i; j++) expect(gram[i * columns + j]).toBeCloseTo(expected.get(i, j), 10);
    }
  });

  it("takes the numbered rows alone, and adds to what is there", () => {
    const columns = 6;
    const values = numbers(100 * columns);
    const rows = Int32Array.of(99, 3, 42);
    const expected = gramByMlMatrix(values, columns, rows);
    const gram = new Float64Array(columns * columns).fill(1);
    addGram(values, columns, rows, gram);
    for (let i = 0; i < columns; i++) {
      for (let j = 0; j <= i; j++) expect(gram[i * columns + j]).toBeCloseTo(1 + expected.get(i, j), 10);
    }
  });

  it("leaves the upper triangle alone", () => {
    const gram = new Float64Array(25).fill(Number.NaN);
    addGram(numbers(50), 5, Int32Array.of(0, 1), gram);
    expect(gram[1]).toBeNaN();
  });

  it("tells of every row once", () => {
    let done = 0;
    const rows = Int32Array.from({ length: 150 }, (_, i) => i);
    addGram(numbers(150), 1, rows, new Float64Array(1), (count) => {
      done += count;
    });
    expect(done).toBe(150);
  });
});
