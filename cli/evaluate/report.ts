import type { SavedEvaluation } from "../../training/evaluate-saved";
import { inUnit, scoreTable } from "../score-table";
import { percent, textTable } from "../text-table";

/** What `npm run evaluate` prints. */
export function formatEvaluation({ isTrainingData, parts, crossValidation }: SavedEvaluation): string {
  const scores = scoreTable(
    parts.map((part) => [part.rows, part.scores] as const),
    crossValidation,
  );

  const coverage = textTable(["", "interval", "holds", "mean width"]);
  for (const part of parts) {
    for (const { nominal, observed, meanWidth } of part.coverage) {
      coverage.push([part.rows, percent(nominal), percent(observed), inUnit(meanWidth)]);
    }
  }
  return [describeRows(isTrainingData), scores, coverage].join("\n");
}

function describeRows(isTrainingData: boolean): string {
  return isTrainingData
    ? "The file is the one that the model was trained on: its own test rows, made again from its seed, are the test; most of all rows were seen in training."
    : "The file is not the one that the model was trained on: all rows are the test.";
}
