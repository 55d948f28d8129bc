/** A paired difference with its 95 % confidence interval. */
export interface Difference {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
}

/** 97.5 % quantile of the standard normal distribution. */
const Z = 1.959963984540054;

/** Difference of MAE, `a` minus `b`, from paired errors. */
export function differenceOfMae(a: ArrayLike<number>, b: ArrayLike<number>): Difference {
  return meanOf(a.length, (i) => Math.abs(a[i]) - Math.abs(b[i]));
}

/**
 * Difference of RMSE, `a` minus `b`, from paired errors, by the delta method: with mean squared errors A and B, √A - √B varies like the
 * mean of aᵢ²/(2√A) - bᵢ²/(2√B). Source: van der Vaart, "Asymptotic Statistics" (1998), theorem 3.1.
 */
export function differenceOfRmse(a: ArrayLike<number>, b: ArrayLike<number>): Difference {
  const [rmseA, rmseB] = [rmseOf(a), rmseOf(b)];
  const share = (error: number, rmse: number) => (rmse === 0 ? 0 : error ** 2 / (2 * rmse));
  const { estimate, lower, upper } = meanOf(a.length, (i) => share(a[i], rmseA) - share(b[i], rmseB));
  const halfWidth = (upper - lower) / 2;
  // The mean above is half the difference, by the derivative of the square root.
  return { estimate: 2 * estimate, lower: 2 * estimate - halfWidth, upper: 2 * estimate + halfWidth };
}

export function rmseOf(errors: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < errors.length; i++) sum += errors[i] ** 2;
  return Math.sqrt(sum / errors.length);
}

function meanOf(count: number, valueAt: (i: number) => number): Difference {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += valueAt(i);
  const estimate = sum / count;
  let squares = 0;
  for (let i = 0; i < count; i++) squares += (valueAt(i) - estimate) ** 2;
  const halfWidth = Z * Math.sqrt(squares / (count - 1) / count);
  return { estimate, lower: estimate - halfWidth, upper: estimate + halfWidth };
}
