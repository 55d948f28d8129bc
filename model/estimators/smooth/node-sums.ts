import type { LocationGrid, RadialName } from "./location-grid";

/**
 * Prepares weighted sums of radial functions. Each node is computed on first use.
 *
 * @param weights - of each sum, one per function
 * @returns writes the sums at the location read last
 */
export function nodeSums(
  grid: LocationGrid,
  name: RadialName,
  weights: readonly Float64Array[],
): (sums: Float64Array) => void {
  const count = weights.length;
  const known = new Uint8Array(grid.size);
  const atNodes = new Float64Array(grid.size * count);
  const functions = new Float64Array(grid.radial(name).size);
  const computeAt = (node: number) => {
    grid.evaluateAt(node, name, functions);
    weights.forEach((ofSum, k) => {
      let sum = 0;
      for (let c = 0; c < functions.length; c++) sum += ofSum[c] * functions[c];
      atNodes[node * count + k] = sum;
    });
    known[node] = 1;
  };
  return (sums) => {
    const { nodes, weights: corners } = grid;
    sums.fill(0);
    for (let corner = 0; corner < 4; corner++) {
      const node = nodes[corner];
      if (known[node] === 0) computeAt(node);
      for (let k = 0; k < count; k++) sums[k] += corners[corner] * atNodes[node * count + k];
    }
  };
}
