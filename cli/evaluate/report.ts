import type { SavedEvaluation } from "../../training/evaluate-saved";
import { percent, textTable } from "../text-table";
import { crossValidationName, scoreRow } from "../train/report";

/** What `npm run evaluate` prints. */
export function formatEvaluation({ isTrainingData, parts, crossValidation }: SavedEvaluation): string {
  const scores = textTable(["", "rows", "R²", "RMSE", "MAE"]);
  for (const part of parts) scores.push(scoreRow(part.rows, part.scores));
  for (const validation of crossValidation) {
    scores.push(scoreRow(crossValidationName(validation), validation));
  }

  const coverage = textTable(["", "interval", "holds", "mean width"]);
  for (const part of parts) {
    for (const { nominal, observed, meanWidth } of part.coverage) {
      coverage.push([part.rows, percent(nominal), percent(observed), meanWidth.toFixed(4)]);
    }
  }
  return [describeRows(isTrainingData), scores, coverage].join("\n");
}

function describeRows(isTrainingData: boolean): string {
  return isTrainingData
    ? "The file is the one that the model was trained on: its own test rows, made again from its seed, are the test; most of all rows were seen in training."
    : "The file is not the one that the model was trained on: all rows are the test.";
}
