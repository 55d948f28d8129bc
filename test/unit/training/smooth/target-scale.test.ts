import {
  fromScale,
  fromScaleOneByOne,
  scalesFor,
  smearingOf,
  toScale,
} from "../../../../training/smooth/target-scale";

const { log } = Math;
const of = (...values: number[]) => Float64Array.from(values);
const rounded = (values: Float64Array) => [...values].map((value) => Number(value.toFixed(9)));

describe("the scale of a target", () => {
  it("may be logarithmic where all values are above 0", () => {
    expect([scalesFor(of(1, 2)), scalesFor(of(0, 2)), scalesFor(of(-1, 2))]).toEqual([
      ["identity", "log"],
      ["identity"],
      ["identity"],
    ]);
  });

  it("is that of the target, or of its logarithm", () => {
    const target = of(1, Math.E);

    expect(toScale(target, "identity")).toBe(target);
    expect([...toScale(target, "log")]).toEqual([0, 1]);
  });
});

describe("the smearing factor", () => {
  it("is the mean ratio of the target to what is predicted, over the rows that count", () => {
    const [target, held] = [of(2, 6, 9), of(0, log(3), 0)];

    expect(smearingOf(target, held)).toBeCloseTo((2 + 2 + 9) / 3, 12);
    expect(smearingOf(target, held, (row) => row < 2)).toBeCloseTo(2, 12);
  });
});

describe("predictions of rows that are held back one by one", () => {
  it("are clipped to the range of the other rows", () => {
    expect([...fromScaleOneByOne(of(-3, 6, 20), of(1, 5, 9), "identity")]).toEqual([5, 6, 5]);
    expect([...fromScaleOneByOne(of(-3, 20), of(1, 1), "identity")]).toEqual([1, 1]);
    // A second smallest and a second largest row remain where one is held back.
    expect([...fromScaleOneByOne(of(-3, -3, 20, 20), of(1, 1, 9, 9), "identity")]).toEqual([1, 1, 9, 9]);
  });

  it("are multiplied by the smearing factor of the other rows", () => {
    // The ratios are 2, 1 and 1; without the second row their mean is 1.5.
    const predictions = fromScaleOneByOne(of(0, log(4), log(8)), of(2, 4, 8), "log");

    expect(rounded(predictions)).toEqual([4, 6, 4]);
  });
});

describe("predictions of folds that are held back", () => {
  const folds = Int32Array.of(0, 1, 2, 3, 4, 0);

  it("are clipped to the range of the other folds", () => {
    const predictions = fromScale(of(-9, 3.5, 3.25, 4, 99, 99), of(1, 2, 3, 4, 5, 6), folds, "identity");

    expect([...predictions]).toEqual([2, 3.5, 3.25, 4, 6, 5]);
  });

  it("are multiplied by the smearing factor of the other folds", () => {
    // Ratios: 1, 2, 4, 1, 1, 1. Without the second row their mean is 8 / 5; without the third, 6 / 5.
    const held = of(log(1), log(1), log(1), log(4), log(5), log(6));
    const predictions = fromScale(held, of(1, 2, 4, 4, 5, 6), folds, "log");

    expect(rounded(predictions).slice(1, 3)).toEqual([1.6, 1.2]);
    // Without the first and the last row: (2 + 4 + 1 + 1) / 4 = 2, clipped to the range from 2 to 5.
    expect(rounded(predictions)[0]).toBe(2);
    expect(rounded(predictions)[5]).toBe(5);
  });
});
