/** Below this, the difference of the logarithms has lost too many digits. */
export const NEAR = 1e-5;

/**
 * Logarithmic mean of two positive numbers: (a - b) / (log a - log b), or a if they are equal.
 *
 * It splits a multiplicative change exactly into additive parts: the logarithm of each factor times the logarithmic mean of the product
 * before and after. Source: Ang, "Decomposition analysis for policymaking in energy", Energy Policy 32 (2004) 1131-1139 (LMDI).
 *
 * @param logRatio - log(a / b)
 */
export function logarithmicMean(a: number, b: number, logRatio: number): number {
  // (exp(x) - 1) / x = 1 + x/2 + x²/6 + …
  if (Math.abs(logRatio) < NEAR) return b * (1 + logRatio / 2 + (logRatio * logRatio) / 6);
  return (a - b) / logRatio;
}
