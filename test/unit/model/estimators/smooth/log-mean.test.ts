import { expect, test } from "@jest/globals";
import { assert, double, property } from "fast-check";
import { logarithmicMean } from "../../../../../model/estimators/smooth/log-mean";

const positive = double({ min: 1e-3, max: 1e9, noNaN: true });
const logRatio = double({ min: -20, max: 20, noNaN: true });

test("the logarithmic mean lies between the numbers", () => {
  assert(
    property(positive, logRatio, (b, ratio) => {
      const a = b * Math.exp(ratio);
      const mean = logarithmicMean(a, b, ratio);
      expect(mean).toBeGreaterThanOrEqual(Math.min(a, b) * (1 - 1e-9));
      expect(mean).toBeLessThanOrEqual(Math.max(a, b) * (1 + 1e-9));
    }),
  );
});

test("times the logarithm of their ratio it is their difference, however near they are", () => {
  assert(
    property(positive, double({ min: -1e-3, max: 1e-3, noNaN: true }), (b, ratio) => {
      const difference = b * Math.expm1(ratio);
      expect(Math.abs(logarithmicMean(b * Math.exp(ratio), b, ratio) * ratio - difference)).toBeLessThan(
        1e-9 * b,
      );
    }),
  );
});
