import type { BlockOf } from "../basis-format";
import type { Curve } from "../curve";
import type { Block } from "./block";

/** Products of the functions of two features, with total degree up to `degree`. */
export function productBlock(
  first: Curve,
  second: Curve,
  { functions, degree }: Pick<BlockOf<"product">, "functions" | "degree">,
  label: string,
): Block {
  const pairs = pairsOf(Math.min(first.size, functions), Math.min(second.size, functions), degree);
  const firsts = Int32Array.from(pairs, ([i]) => i);
  const seconds = Int32Array.from(pairs, ([, j]) => j);
  return {
    size: pairs.length,
    features: [first.position, second.position],
    label,
    write(columns, start) {
      for (let k = 0; k < firsts.length; k++) {
        columns[start + k] = first.at(firsts[k]) * second.at(seconds[k]);
      }
    },
    weigh: (weights) => weighProducts(first, second, pairs, weights),
  };
}

export function productCount(first: number, second: number, degree: number): number {
  return pairsOf(first, second, degree).length;
}

/** Pairs of multiplied functions, in the order of the columns. */
export function pairsOf(first: number, second: number, degree: number): [number, number][] {
  const pairs: [number, number][] = [];
  for (let i = 0; i < first && i <= degree; i++) {
    for (let j = 0; j < second && i + j <= degree; j++) pairs.push([i, j]);
  }
  return pairs;
}

/** Weights of the second feature's functions, for each function of the first. */
export function innerWeights(
  pairs: readonly (readonly [number, number])[],
  weights: Float64Array,
  size: number,
): Float64Array[] {
  const inner = Array.from({ length: 1 + Math.max(...pairs.map(([i]) => i)) }, () => new Float64Array(size));
  pairs.forEach(([i, j], k) => {
    inner[i][j] = weights[k];
  });
  return inner;
}

/** Σᵢ firstᵢ · (Σⱼ weightᵢⱼ · secondⱼ). Each inner sum is one function of the second feature, tabulated at its nodes. */
function weighProducts(
  first: Curve,
  second: Curve,
  pairs: readonly (readonly [number, number])[],
  weights: Float64Array,
): () => number {
  const inner = innerWeights(pairs, weights, second.size).map((ofSecond) => second.weigh(ofSecond));
  const factors = inner.length;
  // The sums of one node are adjacent.
  const sums = new Float64Array(inner[0].length * factors);
  inner.forEach((values, i) => {
    for (let node = 0; node < values.length; node++) sums[node * factors + i] = values[node];
  });
  return () => {
    const before = second.node * factors;
    const after = before + factors;
    const { fraction } = second;
    let total = 0;
    for (let i = 0; i < factors; i++) {
      const value = sums[before + i];
      total += first.at(i) * (value + fraction * (sums[after + i] - value));
    }
    return total;
  };
}
