import { differenceOfMae, differenceOfRmse, rmseOf } from "../../../training/paired-difference";
import { RandomState } from "../../../training/random-state";

/** Errors of two models on the same rows: they have most in common. */
function errors(seed: number, rows: number, scale: number): [Float64Array, Float64Array] {
  const order = new RandomState(seed).permutation(1000);
  const noise = (i: number) => Math.sin(order[i % 1000] * 12.9898 + i) * 1.5;
  const first = Float64Array.from({ length: rows }, (_, i) => noise(i));
  return [first, first.map((error, i) => scale * error + 0.1 * noise(i + 331))];
}

describe("the difference of two models' errors", () => {
  it("when both are the same, then it is 0, and nothing else is possible", () => {
    const [same] = errors(1, 200, 1);
    for (const difference of [differenceOfRmse, differenceOfMae]) {
      expect(difference(same, same)).toEqual({ estimate: 0, lower: 0, upper: 0 });
    }
  });

  it("when it is estimated, then it is the difference of the two figures", () => {
    const [a, b] = errors(2, 500, 1.3);
    expect(differenceOfRmse(a, b).estimate).toBeCloseTo(rmseOf(a) - rmseOf(b), 12);
    const mae = (all: Float64Array) => all.reduce((sum, each) => sum + Math.abs(each), 0) / all.length;
    expect(differenceOfMae(a, b).estimate).toBeCloseTo(mae(a) - mae(b), 12);
  });

  it("when one is clearly better, then the interval says which", () => {
    const [a, b] = errors(3, 500, 1.3);
    expect(differenceOfRmse(a, b).upper).toBeLessThan(0);
    expect(differenceOfRmse(b, a).lower).toBeGreaterThan(0);
    expect(differenceOfMae(a, b).upper).toBeLessThan(0);
  });

  it("when samples are drawn from the same errors, then 95 % of the intervals hold the true difference", () => {
    const [a, b] = errors(4, 4_000, 1.05);
    const truth = rmseOf(a) - rmseOf(b);
    const random = new RandomState(5);
    const samples = 400;
    let held = 0;
    for (let sample = 0; sample < samples; sample++) {
      const rows = random.permutation(a.length).slice(0, 150);
      const { lower, upper } = differenceOfRmse(
        Float64Array.from(rows, (i) => a[i]),
        Float64Array.from(rows, (i) => b[i]),
      );
      if (lower <= truth && truth <= upper) held++;
    }
    expect(held / samples).toBeGreaterThan(0.91);
    expect(held / samples).toBeLessThan(0.985);
  });

  it("when a model makes no error at all, then the figures stay finite", () => {
    const none = new Float64Array(50);
    const [some] = errors(6, 50, 1);
    expect(differenceOfRmse(none, some).estimate).toBeCloseTo(-rmseOf(some), 12);
    expect(differenceOfRmse(none, none)).toEqual({ estimate: 0, lower: 0, upper: 0 });
  });
});
