import fc from "fast-check";
import { roundNicely } from "../../../training/round-nicely";

describe("a nice number", () => {
  it.each([
    [1, 1],
    [1.4, 1],
    [1.5, 2],
    [3.1, 2],
    [3.2, 5],
    [7, 5],
    [7.2, 10],
    [0.03, 0.02],
    [0.08, 0.1],
    [4321, 5000],
    [0, 1],
    [-5, 1],
    [Number.NaN, 1],
  ])("near %d is %d", (value, nice) => {
    expect(roundNicely(value)).toBe(nice);
  });

  it("is 1, 2 or 5 times a power of ten, and no other of them is nearer by ratio", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1e9, noNaN: true }), (value) => {
        const nice = roundNicely(value);

        expect(nice.toExponential()).toMatch(/^[125]e/);
        expect(Math.abs(Math.log(nice / value))).toBeLessThanOrEqual(Math.log(2.5) / 2 + 1e-9);
      }),
    );
  });
});
