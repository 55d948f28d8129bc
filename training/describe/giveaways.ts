import { quoted } from "../../model/table/quoted";
import { findTarget, type TableColumn } from "../../model/table/table-column";
import { rankCorrelation } from "./rank-correlation";
import type { Scan } from "./scan";
import { wordsOf } from "./words";

/** Rank correlation with the target that is suspiciously high. */
const NEARLY_ONE = 0.95;
/** The same for columns named after a price. */
const HIGH = 0.8;

const PRICES = new Set(
  "price prices saleprice soldprice listprice askingprice value valuation assessed assessment appraisal appraised zestimate estimate worth preis prix precio".split(
    " ",
  ),
);
/**
 * Finds columns that leak the target, such as last year's price, an assessment, or a price per square foot. The user decides whether to
 * exclude them.
 *
 * @param columns - of the table, including the target
 * @returns one warning per column
 */
export function findGiveaways(scan: Scan, columns: readonly TableColumn[]): string[] {
  const values = ({ name, type }: TableColumn) =>
    Float64Array.from(scan.sample.column(scan.names.indexOf(name)), (cell) => type.parse(cell));
  const target = findTarget(columns);
  const targetValues = values(target);
  return columns.flatMap((column) => {
    if (column.role !== "feature" || column.kind === "category" || column.kind === "boolean") return [];
    const correlation = rankCorrelation(values(column), targetValues);
    const problem = problemOf(column, target, correlation);
    if (problem === undefined) return [];
    const name = quoted(column.name);
    return `${name} ${problem} (rank correlation ${correlation.toFixed(3)}): if it is not known at prediction time, exclude it with --ignore ${name}.`;
  });
}

function problemOf({ name }: TableColumn, target: TableColumn, correlation: number): string | undefined {
  const strength = Math.abs(correlation);
  if (strength >= NEARLY_ONE) return `reveals ${quoted(target.name)}`;
  const words = wordsOf(name);
  const speaksOfPrice = words.some((word) => PRICES.has(word));
  if (speaksOfPrice && strength >= HIGH) return "has a price-like name and follows the target";
  const alike = wordsOf(target.name).some((word) => PRICES.has(word) && words.includes(word));
  return alike ? `has a name similar to ${quoted(target.name)}` : undefined;
}
