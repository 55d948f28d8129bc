import type { Comparison } from "../../training/compare-models";
import type { Difference } from "../../training/paired-difference";
import { textTable } from "../text-table";

export function formatComparison([first, second]: readonly [string, string], comparison: Comparison): string {
  const table = textTable(["", first, second, "difference", "95 % interval"]);
  const row = (name: string, a: number, b: number, { estimate, lower, upper }: Difference) =>
    table.push([name, figure(a), figure(b), figure(estimate), `${figure(lower)} to ${figure(upper)}`]);
  row("RMSE", comparison.first.rmse, comparison.second.rmse, comparison.rmse);
  row("MAE", comparison.first.mae, comparison.second.mae, comparison.mae);
  return [
    `On ${comparison.first.rows} rows (${comparison.rows}), which neither model was trained on:`,
    table.toString(),
    conclusion(first, second, comparison.rmse),
  ].join("\n");
}

/** Six significant digits: amounts of any currency. */
function figure(value: number): string {
  return String(Number(value.toPrecision(6)));
}

function conclusion(first: string, second: string, { lower, upper }: Difference): string {
  if (upper < 0) return `${first} has the lower RMSE.`;
  if (lower > 0) return `${second} has the lower RMSE.`;
  return "The difference in RMSE is not significant.";
}
