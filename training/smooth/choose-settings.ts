import type { Basis } from "../../model/estimators/smooth/basis";
import type { BlockKind } from "../../model/estimators/smooth/basis-format";
import { BLOCK_ORDER } from "../../model/estimators/smooth/basis-format";
import type { Trial } from "../../model/estimators/smooth/smooth-format";
import { scoreFolds } from "../cross-validate";
import { FOLD_COUNT, type Folds } from "../folds";
import type { Progress } from "../progress";
import { type CrossFit, jobsOf, predictHeldRows } from "./cross-fit";
import type { Equations } from "./equations";
import { FACTORS } from "./rules";
import { fromScale, scalesFor, toScale } from "./target-scale";

/** Kinds that every basis has if its features allow them. */
const ALWAYS: readonly BlockKind[] = ["curve", "missing", "category"];

/**
 * Cross-validates hyperparameters. One decomposition serves both target scales and every number of blocks.
 *
 * @param target - of training rows only
 * @returns the trials, best first
 */
export async function tryAll(
  equations: Equations,
  target: Float64Array,
  folds: Folds,
  progress: Progress,
): Promise<Trial[]> {
  const scales = scalesFor(target);
  const endings = endingsOf(equations.basis);
  const targets = scales.map((scale) => toScale(target, scale));
  const sizes = endings.map(({ columns }) => 1 + columns);
  const trials: Trial[] = [];
  progress.begin("Cross-validating", FACTORS.length * FOLD_COUNT);
  for (const factor of FACTORS) {
    const crossFit: CrossFit = { targets, folding: 0, folds, factor, sizes };
    const solutions = await equations.solveAll(jobsOf(equations, crossFit), () => progress.advance(1));
    const held = predictHeldRows(equations, crossFit, solutions);
    scales.forEach((scale, t) => {
      endings.forEach(({ kind }, s) => {
        const predictions = fromScale(held[t][s], target, folds, scale);
        const { rmse } = scoreFolds(target, predictions, { kind: "random", folds });
        trials.push({ scale, factor, through: kind, rmse });
      });
    });
  }
  progress.end();
  return trials.sort((a, b) => a.rmse - b.rmse);
}

/** Possible last columns of a basis, by kind of block. */
export function endingsOf({ blocks }: Basis): { kind: BlockKind; columns: number }[] {
  const ends = new Map<BlockKind, number>();
  for (const { data, start, size } of blocks) ends.set(data.kind, start + size);
  const kinds = BLOCK_ORDER.filter((kind) => ends.has(kind));
  return kinds
    .filter((kind, i) => !ALWAYS.includes(kind) || !ALWAYS.includes(kinds[i + 1]))
    .map((kind) => ({ kind, columns: ends.get(kind) ?? 0 }));
}
