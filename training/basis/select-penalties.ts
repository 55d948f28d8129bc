import type { Penalties } from "../../model/estimators/basis/basis-estimator-format";
import { foldingsOf, scoreFolds } from "../cross-validate";
import type { Progress } from "../progress";
import type { TrainingTable } from "../training-table";
import { DesignMatrix } from "./design-matrix";
import { FoldedEquations } from "./folded-equations";
import { learnBasis } from "./learn-basis";
import { crossPredictRidge } from "./ridge";
import type { Structure } from "./structure";
import type { Candidate } from "./tuned";

/**
 * Errors of a good model, by random folds and by spatial blocks: relative to them, a per cent of the one error weighs
 * as much as a per cent of the other.
 */
const GOOD = { random: 0.446, block: 0.565 };

/** How strongly the curves of one feature are penalised matters little, since each has only a few. */
const CURVE = 0.1;

/** What is tried of the other penalties. */
export interface Grid {
  readonly product: readonly number[];
  readonly place: readonly number[];
  readonly placeProduct: readonly number[];
}

export const GRID: Grid = { product: [0.2, 0.5, 1.5], place: [0.2, 0.4, 0.8], placeProduct: [1, 2, 6] };

/** A part of {@link GRID}, to see that the command works. */
export const QUICK_GRID: Grid = { product: [0.5], place: [0.2, 0.4, 0.8], placeProduct: [2] };

/**
 * Tries all penalties of a grid by cross-validation, by random folds and by spatial blocks: some only serve between
 * places that are known, others only where nothing is known nearby.
 *
 * @param table - training rows alone
 * @param seed - of the random folds
 * @returns the candidates, that of the least loss first: the mean of both errors, relative to those of a good model
 */
export function selectPenalties(
  table: TrainingTable,
  structure: Structure,
  grid: Grid,
  seed: number,
  progress: Progress,
): Candidate[] {
  const foldings = foldingsOf(table, seed);
  const equations = new FoldedEquations(
    new DesignMatrix(table, learnBasis(table, structure)),
    foldings.map(({ folds }) => folds),
    progress,
  );
  const combinations = combinationsOf(grid);
  progress.begin("Cross-validating", combinations.length);
  const candidates = combinations.map((penalties): Candidate => {
    const [random, block] = foldings.map((folding, i) => {
      const predictions = crossPredictRidge(equations, table.target, { penalties, factor: 1 }, i);
      return scoreFolds(table.target, predictions, folding).rmse;
    });
    progress.advance(1);
    return { penalties, random, block, loss: (random / GOOD.random + block / GOOD.block) / 2 };
  });
  progress.end();
  return candidates.sort((a, b) => a.loss - b.loss);
}

function combinationsOf({ product, place, placeProduct }: Grid): Penalties[] {
  return place.flatMap((place) =>
    product.flatMap((product) =>
      placeProduct.map((placeProduct) => ({ curve: CURVE, product, place, "place-product": placeProduct })),
    ),
  );
}
