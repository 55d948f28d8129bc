/** A difference of two figures of the same rows, with the interval that holds the true one with probability 0.95. */
export interface Difference {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
}

/** 97.5 % quantile of the standard normal distribution. */
const Z = 1.959963984540054;

/** Mean absolute error of `a` less that of `b`, from the errors of both on the same rows. */
export function differenceOfMae(a: ArrayLike<number>, b: ArrayLike<number>): Difference {
  return meanOf(a.length, (i) => Math.abs(a[i]) - Math.abs(b[i]));
}

/**
 * RMSE of `a` less that of `b`, from the errors of both on the same rows.
 *
 * By the delta method: where A and B are the mean squared errors, √A - √B varies as the mean of aᵢ²/(2√A) - bᵢ²/(2√B). Source:
 * van der Vaart, "Asymptotic Statistics" (1998), theorem 3.1.
 */
export function differenceOfRmse(a: ArrayLike<number>, b: ArrayLike<number>): Difference {
  const [rmseA, rmseB] = [rmseOf(a), rmseOf(b)];
  const share = (error: number, rmse: number) => (rmse === 0 ? 0 : error ** 2 / (2 * rmse));
  const { estimate, lower, upper } = meanOf(a.length, (i) => share(a[i], rmseA) - share(b[i], rmseB));
  const halfWidth = (upper - lower) / 2;
  // The mean above is half the difference: the derivative of a square root.
  return { estimate: 2 * estimate, lower: 2 * estimate - halfWidth, upper: 2 * estimate + halfWidth };
}

export function rmseOf(errors: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < errors.length; i++) sum += errors[i] ** 2;
  return Math.sqrt(sum / errors.length);
}

/** The mean of `count` values, with its normal interval. */
function meanOf(count: number, valueAt: (i: number) => number): Difference {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += valueAt(i);
  const estimate = sum / count;
  let squares = 0;
  for (let i = 0; i < count; i++) squares += (valueAt(i) - estimate) ** 2;
  const halfWidth = Z * Math.sqrt(squares / (count - 1) / count);
  return { estimate, lower: estimate - halfWidth, upper: estimate + halfWidth };
}
