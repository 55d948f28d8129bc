import type { Basis, PlacedBlock } from "../../model/estimators/smooth/basis";
import type { Penalties } from "../../model/estimators/smooth/smooth-format";
import { JITTER } from "./learn-curve";
import { positionInTiles } from "./tile-matrix";

/** A tiny penalty of the intercept, for conditioning. */
const CONSTANT = 1e-6;

/**
 * Writes the penalty P into a zeroed tiled matrix, whose first row is the intercept's.
 *
 * wᵀPw is the roughness of the function with coefficients w: each block's penalty times its squared norm in the kernel's Hilbert space.
 * For radial functions it is wᵀKw, with the kernel K between the centres; univariate functions are built so that it is Σ wᵢ². Penalising
 * w itself would keep nearby radial functions from working together.
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

/** Kernel matrix of a block's centres, in row-major order; undefined for orthonormal columns. */
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
