import { independentColumns } from "../../../training/independent-columns";

const of = (...values: number[]) => Float64Array.from(values);

const A = of(1, 2, 3, 4);
const B = of(1, 0, 0, 1);
const C = of(5, 1, 1, 3);

describe("independent columns", () => {
  it("are those that vary, and that no earlier ones make", () => {
    const sum = A.map((value, i) => 3 * value - 2 * B[i] + 7);

    expect(independentColumns([of(7, 7, 7, 7), A, A.map((value) => -2 * value), B, sum, C], 9)).toEqual([
      1, 3, 5,
    ]);
  });

  it("are no more than are asked for", () => {
    expect(independentColumns([A, B, C], 2)).toEqual([0, 1]);
    expect(independentColumns([A, B, C], 0)).toEqual([]);
  });

  it("may be nearly dependent", () => {
    // 1e-3 of the deviation is left, whose square is above 1e-8; 1e-5 is not enough.
    const nearly = (share: number) => A.map((value, i) => value + share * C[i]);

    expect(independentColumns([A, nearly(1e-3)], 9)).toEqual([0, 1]);
    expect(independentColumns([A, nearly(1e-5)], 9)).toEqual([0]);
  });

  it("vary beyond rounding", () => {
    expect(independentColumns([of(1e9, 1e9 + 1e-4, 1e9, 1e9)], 9)).toEqual([]);
    expect(independentColumns([of(-1e9, -1e9 - 1e-4, -1e9, -1e9)], 9)).toEqual([]);
    expect(independentColumns([of(1e9, 1e9 + 1, 1e9, 1e9)], 9)).toEqual([0]);
  });
});
