import type { Basis, Block } from "../../model/estimators/basis/basis";
import type { Penalties } from "../../model/estimators/basis/basis-estimator-format";
import type { Radial } from "../../model/estimators/basis/radial";
import { JITTER } from "./learn-curve";

/** Penalty of the constant: next to none, but enough to keep the equations well conditioned. */
const CONSTANT = 1e-6;

/**
 * Adds a penalty P, times `factor`, to the lower triangle of `matrix`, whose first row is the constant's.
 *
 * wᵀPw is how rough the function with coefficients w is: a block's penalty times its squared norm in the Hilbert space
 * of its kernel. For radial functions about centres c that is wᵀKw, where K holds the kernel between the centres;
 * curves are made so that it is the sum of the squared coefficients. Were w itself penalised, radial functions that are
 * near to one another could not work together, and each spatial scale would need centres of its own.
 *
 * Source: Wahba, "Spline Models for Observational Data" (1990), chapters 1 and 10.
 */
export function addPenalty(basis: Basis, penalties: Penalties, factor: number, matrix: Float64Array): void {
  const size = 1 + basis.size;
  const add = (row: number, column: number, value: number) => {
    matrix[(1 + row) * size + 1 + column] += factor * value;
  };
  matrix[0] += factor * CONSTANT;
  for (const block of basis.blocks) {
    const penalty = penalties[block.data.kind];
    const { data, start, end } = block;
    if (data.kind === "curve" || data.kind === "product") {
      for (let j = start; j < end; j++) add(j, j, penalty);
    } else {
      addKernel(
        block,
        basis.radials[data.radial],
        data.kind === "place" ? 1 : data.functions,
        (row, column, value) => add(row, column, penalty * value),
      );
    }
  }
}

/** The kernel between the centres, once for each function that the radial functions are multiplied by. */
function addKernel(
  { start }: Block,
  radial: Radial,
  functions: number,
  add: (row: number, column: number, value: number) => void,
): void {
  const { centres } = radial.data;
  centres.forEach(([latitude, longitude], c) => {
    radial.updateAt(latitude, longitude);
    for (let k = 0; k < functions; k++) {
      const first = start + k * centres.length;
      for (let d = 0; d <= c; d++) add(first + c, first + d, radial.values[d] + (c === d ? JITTER : 0));
    }
  });
}
