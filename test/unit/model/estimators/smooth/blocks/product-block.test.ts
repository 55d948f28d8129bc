import fc from "fast-check";
import {
  innerWeights,
  pairsOf,
  productBlock,
  productCount,
} from "../../../../../../model/estimators/smooth/blocks/product-block";
import { Curve } from "../../../../../../model/estimators/smooth/curve";
import { bothSums, columnsOf, curveData } from "../../../../../support/small-basis";

const small = fc.integer({ min: 0, max: 6 });

describe("pairs of functions", () => {
  it("are in the order of the columns", () => {
    expect(pairsOf(3, 2, 2)).toEqual([
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
      [2, 0],
    ]);
  });

  it("are exactly those of the total degree, each once", () => {
    fc.assert(
      fc.property(small, small, small, (first, second, degree) => {
        const pairs = pairsOf(first, second, degree);
        expect(new Set(pairs.map(String)).size).toBe(pairs.length);
        expect(productCount(first, second, degree)).toBe(pairs.length);
        let count = 0;
        for (let i = 0; i < first; i++) for (let j = 0; j < second; j++) if (i + j <= degree) count++;
        expect(pairs).toHaveLength(count);
        expect(pairs.every(([i, j]) => i < first && j < second && i + j <= degree)).toBe(true);
      }),
    );
  });
});

it("inner weights have a row per function of the first feature", () => {
  const inner = innerWeights(pairsOf(2, 2, 1), Float64Array.of(5, 6, 7), 3);
  expect(inner.map((row) => [...row])).toEqual([
    [5, 6, 0],
    [7, 0, 0],
  ]);
});

describe("the columns of two features", () => {
  const first = new Curve(curveData("Area"), 0);
  const second = new Curve(curveData("Rooms", { mean: 3, scale: 2 }), 1);
  const read = (area: number, rooms: number) => {
    first.read(Float64Array.of(area, rooms), 0);
    second.read(Float64Array.of(area, rooms), 0);
  };

  it("are the products of their functions", () => {
    const block = productBlock(first, second, { functions: 2, degree: 2 }, "area × rooms");
    read(22, 4.4);
    const at = [0, 1].flatMap((i) => [0, 1].map((j) => first.at(i) * second.at(j)));
    expect(columnsOf(block)).toEqual(at);
    expect(block).toMatchObject({ size: 4, features: [0, 1], label: "area × rooms" });
  });

  it("have the same sum in predictions as in training", () => {
    const value = fc.oneof(fc.double({ min: -50, max: 50, noNaN: true }), fc.constant(Number.NaN));
    const functions = fc.integer({ min: 1, max: 4 });
    const degree = fc.integer({ min: 0, max: 4 });
    fc.assert(
      fc.property(value, value, functions, degree, (area, rooms, count, total) => {
        const block = productBlock(first, second, { functions: count, degree: total }, "");
        read(area, rooms);
        const [predicted, trained] = bothSums(block);
        expect(predicted).toBeCloseTo(trained, 10);
      }),
    );
  });
});
