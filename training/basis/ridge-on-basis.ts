import type { BasisEstimator, Penalties } from "../../model/estimators/basis/basis-estimator-format";
import { clip } from "../../model/range";
import { quantiles } from "../quantiles";
import { deviation, mean, range } from "../statistics";
import type { Algorithm, FittedSpread, Trainer } from "../trainer";
import { DesignMatrix } from "./design-matrix";
import { FoldedEquations } from "./folded-equations";
import { learnBasis } from "./learn-basis";
import { crossPredictRidge, fitRidge, type Ridge } from "./ridge";
import { STRUCTURE, type Structure } from "./structure";
import { readTuned } from "./tuned";

const DESCRIPTION = "ridge regression on a kernel basis";

/** Added to residuals before their logarithm is taken, in the target's unit: the least error that is told apart. */
const LEAST_RESIDUAL = 0.1;

/** A residual says little of the spread at its place, so the spread is held to be ten times as smooth as the price. */
const SPREAD_FACTOR = 10;

/** log σ is clipped to the range of all but these parts of the training rows. */
const SPREAD_RANGE = [0.001, 0.999];

/** With the penalties that `npm run tune` chose. */
export const spatial: Trainer = {
  name: "spatial",
  description: DESCRIPTION,
  takesFeatures: false,
  prepare: (table, foldings, progress) =>
    ridgeOnBasis(STRUCTURE, readTuned().chosen.penalties).prepare(table, foldings, progress),
};

/** Ridge regression on a basis that is learned from the features of the rows. */
export function ridgeOnBasis(structure: Structure, penalties: Penalties): Algorithm {
  const ridge: Ridge = { penalties, factor: 1 };
  return {
    description: DESCRIPTION,
    async prepare(table, foldings, progress) {
      const { target } = table;
      const data = learnBasis(table, structure);
      const equations = new FoldedEquations(new DesignMatrix(table, data), foldings, progress);
      return {
        fit() {
          const [intercept, ...coefficients] = fitRidge(equations, target, ridge);
          return {
            kind: "basis",
            basis: data,
            penalties,
            clip: range(target),
            contributions: measureContributions(equations.design, coefficients),
            intercept,
            coefficients,
          };
        },
        crossPredict: (folding) => crossPredictRidge(equations, target, ridge, folding),
        fitSpread: (residuals, folding) =>
          fitSpread(equations, residuals, { penalties, factor: SPREAD_FACTOR }, folding),
      };
    },
  };
}

/** Mean and standard deviation, over the rows, of what each block adds to the prediction. */
function measureContributions(
  { basis, rows, columns, values }: DesignMatrix,
  coefficients: readonly number[],
): BasisEstimator["contributions"] {
  return basis.blocks.map(({ start, end }) => {
    const sums = new Float64Array(rows);
    for (let i = 0; i < rows; i++) {
      const row = i * columns + 1;
      for (let j = start; j < end; j++) sums[i] += coefficients[j] * values[row + j];
    }
    const average = mean(sums);
    return { mean: average, deviation: deviation(sums, average) };
  });
}

/** Ridge regression of log(|residual| + least) on the same basis. */
function fitSpread(
  equations: FoldedEquations,
  residuals: Float64Array,
  ridge: Ridge,
  folding: number,
): FittedSpread {
  const target = residuals.map((residual) => Math.log(residual + LEAST_RESIDUAL));
  const crossFitted = crossPredictRidge(equations, target, ridge, folding);
  const [min, max] = quantiles(crossFitted, SPREAD_RANGE);
  const [intercept, ...coefficients] = fitRidge(equations, target, ridge);
  return {
    spread: { intercept, coefficients, min, max },
    atRows: crossFitted.map((logSpread) => Math.exp(clip(logSpread, min, max))),
  };
}
