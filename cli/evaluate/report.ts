import type { SavedEvaluation } from "../../training/evaluate-saved";
import { inUnit, scoreTable } from "../score-table";
import { percent, textTable } from "../text-table";

export function formatEvaluation({ isTrainingData, parts, crossValidation }: SavedEvaluation): string {
  const scores = scoreTable(
    parts.map((part) => [part.rows, part.scores] as const),
    crossValidation,
  );

  const coverage = textTable(["", "interval", "coverage", "mean width"]);
  for (const part of parts) {
    for (const { nominal, observed, meanWidth } of part.coverage) {
      coverage.push([part.rows, percent(nominal), percent(observed), inUnit(meanWidth)]);
    }
  }
  return [describeRows(isTrainingData), scores, coverage].join("\n");
}

function describeRows(isTrainingData: boolean): string {
  return isTrainingData
    ? "The model was trained on this file. The test rows are its own, split again by its seed; all rows include those seen in training."
    : "The model was not trained on this file: all rows are test rows.";
}
