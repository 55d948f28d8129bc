import fc from "fast-check";
import { Curve, STEP } from "../../../../../model/estimators/smooth/curve";
import { curveData } from "../../../../support/small-basis";

const DATA = curveData("Area");

/** The formula of the documentation, without a table. */
function exactly(k: number, u: number): number {
  const clipped = Math.min(Math.max(u, -DATA.limit), DATA.limit);
  return DATA.functions[k].reduce((sum, weight, j) => {
    const kernel = 1 / (1 + ((clipped - DATA.knots[j]) / DATA.length) ** 2);
    return sum + weight * (kernel - DATA.kernelMeans[j]);
  }, 0);
}

function valuesAt(value: number, curve = new Curve(DATA, 2)): number[] {
  curve.read(Float64Array.of(-7, -7, -7, -7, -7, value), 3);
  return DATA.functions.map((_, k) => curve.at(k));
}

describe("functions of a feature", () => {
  it("are those of the formula at each node", () => {
    for (let node = 0; node <= (2 * DATA.limit) / STEP; node++) {
      const u = node * STEP - DATA.limit;
      valuesAt(DATA.mean + u * DATA.scale).forEach((value, k) => {
        expect(value).toBeCloseTo(exactly(k, u), 12);
      });
    }
  });

  it("are near those of the formula anywhere, and constant beyond the limit", () => {
    fc.assert(
      fc.property(fc.double({ min: -8, max: 8, noNaN: true }), (u) => {
        valuesAt(DATA.mean + u * DATA.scale).forEach((value, k) => {
          expect(Math.abs(value - exactly(k, u))).toBeLessThan(0.005);
        });
      }),
    );
  });

  it("are halfway between two nodes in the middle of both", () => {
    const [first, middle, second] = [0, STEP / 2, STEP].map((u) => valuesAt(DATA.mean + u * DATA.scale));
    middle.forEach((value, k) => {
      expect(value).toBeCloseTo((first[k] + second[k]) / 2, 12);
    });
  });

  it("are 0, their mean, where the feature is missing", () => {
    expect(valuesAt(Number.NaN)).toEqual([0, 0, 0]);
  });

  it("are counted", () => {
    expect(new Curve(DATA, 0).size).toBe(3);
  });

  it("have a weighted sum that is interpolated like each of them", () => {
    const curve = new Curve(DATA, 0);
    const weights = [2, -1, 0.5];
    const sums = curve.weigh(Float64Array.from(weights));
    for (const value of [-25, 3.3, 10, 39.9, 1e9, Number.NaN]) {
      curve.read(Float64Array.of(value), 0);
      const sum = weights.reduce((total, weight, k) => total + weight * curve.at(k), 0);
      const { node, fraction } = curve;
      expect(sums[node] + fraction * (sums[node + 1] - sums[node])).toBeCloseTo(sum, 12);
    }
  });
});

describe("a standardised value", () => {
  const plain = new Curve(DATA, 0);
  const log = new Curve(curveData("Area", { transform: { kind: "log", shift: 2 }, mean: 1, scale: 0.5 }), 0);

  it("is in deviations from the mean, up to the limit", () => {
    expect([10, 15, -10, 1e9, -1e9].map((value) => plain.standardise(value))).toEqual([0, 0.5, -2, 3, -3]);
  });

  it("is that of the shifted logarithm where the feature is skewed", () => {
    expect(log.standardise(Math.E - 2)).toBeCloseTo(0, 12);
    expect(log.standardise(Math.exp(1.5) - 2)).toBeCloseTo(1, 12);
  });

  it("is the lowest where the logarithm is not defined", () => {
    expect([-2, -3, -1e60].map((value) => log.standardise(value))).toEqual([-3, -3, -3]);
  });

  it("is missing where the feature is", () => {
    expect(plain.standardise(Number.NaN)).toBeNaN();
    expect(log.standardise(Number.NaN)).toBeNaN();
  });
});
