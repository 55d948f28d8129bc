import { deviation, mean } from "./statistics";

/** Share of unexplained variance below which a column counts as dependent. */
const DEPENDENT = 1e-8;

/**
 * Positions of the first columns that vary and do not depend on earlier ones, at most `count`, by modified Gram-Schmidt (Golub and Van
 * Loan, "Matrix Computations", 4th edition (2013), section 5.2.8).
 *
 * @param columns - without missing values
 */
export function independentColumns(columns: readonly Float64Array[], count: number): number[] {
  const directions: Float64Array[] = [];
  return columns.flatMap((column, j) => {
    if (directions.length === count) return [];
    const average = mean(column);
    const scale = deviation(column, average);
    if (!(scale > 1e-12 * Math.abs(average))) return [];
    const rest = column.map((value) => (value - average) / scale);
    for (const direction of directions) {
      const share = meanProduct(rest, direction);
      for (let i = 0; i < rest.length; i++) rest[i] -= share * direction[i];
    }
    const left = meanProduct(rest, rest);
    if (!(left > DEPENDENT)) return [];
    const norm = Math.sqrt(left);
    directions.push(rest.map((value) => value / norm));
    return [j];
  });
}

function meanProduct(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < one.length; i++) sum += one[i] * other[i];
  return sum / one.length;
}
