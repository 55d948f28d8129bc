import type { CrossValidation, Scores } from "../model/file/metrics-format";
import { FOLD_COUNT, type Folds, leavesEnoughRows, randomFolds, spatialFolds } from "./folds";
import { score } from "./metrics";
import { type Progress, SILENT } from "./progress";
import type { CrossPredict } from "./trainer";
import { placeOf, type TrainingTable } from "./training-table";

/** One way of holding rows back. */
export interface Folding {
  readonly kind: CrossValidation["folds"];
  readonly folds: Folds;
}

/** The cross-validation schemes for a table: random, and by location if the data has it. */
export function foldingsOf(table: TrainingTable, seed: number): Folding[] {
  const { features, target } = table;
  const place = placeOf(table);
  const random: Folding = { kind: "random", folds: randomFolds(target.length, seed) };
  const byPlace = place && spatialFolds(place);
  // Data of few locations cannot be split by location.
  if (!byPlace || !leavesEnoughRows(byPlace, features.length)) return [random];
  return [random, { kind: "spatial-block", folds: byPlace }];
}

/** Scores each fold by a fit on the others, for each scheme; returns mean scores. */
export async function crossValidate(
  crossPredict: CrossPredict,
  table: TrainingTable,
  foldings: readonly Folding[],
  progress: Progress = SILENT,
): Promise<CrossValidation[]> {
  const predictions = await crossPredict(
    table,
    foldings.map(({ folds }) => folds),
    progress,
  );
  return foldings.map((folding, i) => scoreFolds(table.target, predictions[i], folding));
}

export function scoreFolds(
  target: Float64Array,
  predictions: Float64Array,
  { kind, folds }: Folding,
): CrossValidation {
  const scores = Array.from({ length: FOLD_COUNT }, (_, fold) => {
    const held = (_value: number, row: number) => folds[row] === fold;
    return score(target.filter(held), predictions.filter(held));
  });
  const meanOf = (metric: Exclude<keyof Scores, "rows">) =>
    scores.reduce((sum, each) => sum + each[metric], 0) / FOLD_COUNT;
  return {
    folds: kind,
    count: FOLD_COUNT,
    rows: folds.length,
    r2: meanOf("r2"),
    rmse: meanOf("rmse"),
    mae: meanOf("mae"),
    medianApe: meanOf("medianApe"),
    within5: meanOf("within5"),
    within10: meanOf("within10"),
    within20: meanOf("within20"),
  };
}
