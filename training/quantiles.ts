import { sorted } from "./statistics";

/**
 * The quantile of each level, linear between the two nearest values: NumPy's default, definition 7 of Hyndman and Fan,
 * "Sample quantiles in statistical packages", The American Statistician 50 (1996) 361-365.
 *
 * @param levels - from 0 to 1
 */
export function quantiles(values: Float64Array, levels: readonly number[]): number[] {
  const order = sorted(values);
  return levels.map((level) => {
    const position = level * (order.length - 1);
    const below = Math.floor(position);
    const above = Math.min(below + 1, order.length - 1);
    return order[below] + (position - below) * (order[above] - order[below]);
  });
}
