import type { Basis, PlacedBlock } from "../../model/estimators/smooth/basis";
import type { Penalties } from "../../model/estimators/smooth/smooth-format";
import { JITTER } from "./learn-curve";
import { positionInTiles } from "./tile-matrix";

/** Penalty of the constant: next to none, but enough to keep the equations well conditioned. */
const CONSTANT = 1e-6;

/**
 * Writes a penalty P into a matrix of zeros in tiles, whose first row is the constant's.
 *
 * wᵀPw is how rough the function with coefficients w is: a block's penalty times its squared norm in the Hilbert space
 * of its kernel. For radial functions about centres c that is wᵀKw, where K holds the kernel between the centres;
 * curves are made so that it is the sum of the squared coefficients. Were w itself penalised, radial functions that are
 * near to one another could not work together, and each spatial scale would need centres of its own.
 *
 * Source: Wahba, "Spline Models for Observational Data" (1990), chapters 1 and 10.
 */
export function writePenalty(basis: Basis, penalties: Penalties, memory: Float64Array, matrix: number): void {
  memory[matrix] = CONSTANT;
  for (const block of basis.blocks) {
    const penalty = penalties[block.data.kind];
    const first = 1 + block.start;
    const kernel = kernelBetweenCentres(block, basis);
    if (!kernel) {
      for (let j = first; j < first + block.size; j++) memory[matrix + positionInTiles(j, j)] = penalty;
      continue;
    }
    for (let start = first; start < first + block.size; start += kernel.length) {
      kernel.forEach((row, c) => {
        for (let d = 0; d <= c; d++) {
          const value = row[d] + (c === d ? JITTER : 0);
          memory[matrix + positionInTiles(start + c, start + d)] = penalty * value;
        }
      });
    }
  }
}

/** The kernel of a block between its own centres, row after row; undefined for columns of norm 1 each. */
function kernelBetweenCentres(
  { data }: PlacedBlock,
  { grid, data: { location } }: Basis,
): Float64Array[] | undefined {
  if (data.kind === "similarity") {
    const { centres, length } = data;
    return centres.map((one) =>
      Float64Array.from(centres, (other) => {
        const squared = one.reduce((sum, value, d) => sum + (value - other[d]) ** 2, 0);
        return 1 / (1 + Math.sqrt(squared) / length);
      }),
    );
  }
  if (data.kind !== "location" && data.kind !== "location-product") return undefined;
  const name = data.kind === "location" ? "alone" : "products";
  return location?.radials[name].centres.map(([latitude, longitude]) => {
    const row = new Float64Array(location.radials[name].centres.length);
    grid?.radial(name).evaluate(latitude, longitude, row);
    return row;
  });
}
