import { chooseTransform, isDefined, skewness } from "../../../../training/smooth/choose-transform";
import { randomNumbers } from "../../../support/smooth-houses";

/** Skew, as incomes are. */
function skewValues(count: number): Float64Array {
  const random = randomNumbers(5);
  return Float64Array.from({ length: count }, () => Math.exp(random() + random() + random()));
}

const powers = (count: number) => Float64Array.from({ length: count }, (_, i) => 2 ** i);

describe("a feature's logarithm", () => {
  it("is taken where that makes the feature less skew", () => {
    expect(chooseTransform(skewValues(500))).toEqual({ kind: "log", shift: 0 });
    expect(chooseTransform(skewValues(500).map((value) => 100 - value))).toEqual({ kind: "identity" });
  });

  it("is taken of more than ten different values", () => {
    expect(chooseTransform(powers(11))).toEqual({ kind: "log", shift: 0 });
    expect(chooseTransform(powers(10))).toEqual({ kind: "identity" });
    expect(chooseTransform(Float64Array.of(...powers(10), 1, 2, 4))).toEqual({ kind: "identity" });
  });

  it("is not taken where values are below 0", () => {
    expect(chooseTransform(Float64Array.of(-1, ...powers(12)))).toEqual({ kind: "identity" });
  });

  it("has a shift where some values are 0: the tenth of the others", () => {
    // The quantile 0.1 of eleven powers is the second.
    expect(chooseTransform(Float64Array.of(0, ...powers(11)))).toEqual({ kind: "log", shift: 2 });
  });
});

describe("a transform", () => {
  it("is defined for all values, or for those that its shift makes positive", () => {
    expect(isDefined({ kind: "identity" }, Float64Array.of(-5))).toBe(true);
    expect(isDefined({ kind: "log", shift: 2 }, Float64Array.of(0, -1.9))).toBe(true);
    expect(isDefined({ kind: "log", shift: 2 }, Float64Array.of(5, -2))).toBe(false);
  });
});

describe("the skewness of values", () => {
  it("is the mean of the third powers of standardised values", () => {
    // The mean is 1, the deviation √3; ((-1)³ + (-1)³ + (-1)³ + 3³) / 4 / √27 = 6 / √27.
    expect(skewness(Float64Array.of(0, 0, 0, 4))).toBeCloseTo(6 / Math.sqrt(27), 12);
    expect(skewness(Float64Array.of(1, 2, 3))).toBeCloseTo(0, 12);
    expect(skewness(Float64Array.of(5, 5))).toBe(0);
  });
});
