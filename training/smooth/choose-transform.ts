import type { CurveData } from "../../model/estimators/smooth/curve-format";
import { quantiles } from "../quantiles";
import { deviation, mean } from "../statistics";

export type Transform = CurveData["transform"];

/** Fewer different values are not stretched out by a logarithm: they are counts or grades. */
const MIN_DIFFERENT = 10;

/** The quantile of the positive values that is added where some are 0. */
const SHIFT_QUANTILE = 0.1;

/**
 * Chooses whether a feature's logarithm is taken: where that makes its distribution less skew.
 *
 * @param values - those that are not missing
 */
export function chooseTransform(values: Float64Array): Transform {
  const positive = values.filter((value) => value > 0);
  const isLoggable = values.every((value) => value >= 0) && new Set(values).size > MIN_DIFFERENT;
  if (!isLoggable) return { kind: "identity" };
  const [quantile] = quantiles(positive, [SHIFT_QUANTILE]);
  const shift = positive.length === values.length ? 0 : quantile;
  const logarithms = values.map((value) => Math.log(value + shift));
  return Math.abs(skewness(logarithms)) < Math.abs(skewness(values))
    ? { kind: "log", shift }
    : { kind: "identity" };
}

/** The third moment of the standardised values; 0 where they never vary. */
export function skewness(values: Float64Array): number {
  const centre = mean(values);
  const scale = deviation(values, centre);
  if (scale === 0) return 0;
  return mean(values.map((value) => ((value - centre) / scale) ** 3));
}
