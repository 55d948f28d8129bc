import { quoted } from "../../model/table/quoted";
import type { TableSchema } from "../../model/table/schema-format";
import type { ExaminedColumn } from "./examined-column";

/** Share of rows with the maximum price that indicates a cap. */
const CAPPED_SHARE = 0.005;

/** Ratio to the second-largest value that makes an outlier. */
const FAR = 2;

/** Distance in years that makes an outlier. */
const CENTURY = 100;

const FEW_ROWS = 100;

/** Warnings about the values of a column. */
export function findOddities(column: ExaminedColumn, rows: number): string[] {
  const odd = column.isTarget
    ? [capOf(column, rows)]
    : [loneMaximumOf(column), loneYearOf(column), zeroAmongYearsOf(column)];
  return odd.filter((sentence) => sentence !== undefined);
}

export function findRowOddity(rows: number): string | undefined {
  return rows < FEW_ROWS
    ? `There are only ${rows} rows: the metrics of a model trained on them say little about other houses.`
    : undefined;
}

/** What is unknown about the target's currency. */
export function findCurrencyGap({ fields }: TableSchema): string | undefined {
  const target = fields.find(({ role }) => role === "target");
  return target?.currency === undefined
    ? "The currency of the target is not known: set it with --currency, such as USD, or as currency in the schema."
    : undefined;
}

function capOf({ name, type, profile }: ExaminedColumn, rows: number): string | undefined {
  if (!("range" in type)) return undefined;
  const { max, maxCount } = type.range;
  // If values repeat anyway, so may the maximum.
  const isRepeated = maxCount >= CAPPED_SHARE * rows && maxCount >= 10;
  const others = countsOf(profile.tally).filter(([value]) => value !== max);
  const isCommonest = others.every(([, count]) => count <= maxCount);
  return isRepeated && isCommonest
    ? `${quoted(name)} is ${max}, its largest value, in ${maxCount} rows: prices above it seem to be capped, so no model can learn them.`
    : undefined;
}

function loneMaximumOf({ name, type, profile }: ExaminedColumn): string | undefined {
  const isCount = (type.type === "integer" || type.type === "number") && type.range.isWhole;
  if (!isCount || !profile.isTallied || type.range.maxCount > 1) return undefined;
  const { max, maxLine } = type.range;
  const second = Math.max(...countsOf(profile.tally).map(([value]) => (value === max ? 0 : value)));
  return second > 2 && max >= FAR * second
    ? `${quoted(name)} is ${max} in line ${maxLine}, and at most ${second} in the other rows: check that it is right.`
    : undefined;
}

function loneYearOf({ name, type, profile }: ExaminedColumn): string | undefined {
  if (type.type !== "year" || !profile.isTallied) return undefined;
  const years = countsOf(profile.tally)
    .map(([year]) => year)
    .sort((one, other) => one - other);
  const [first, second] = years;
  const [last, beforeLast] = years.toReversed();
  const lone = [
    second - first > CENTURY ? first : undefined,
    last - beforeLast > CENTURY ? last : undefined,
  ].filter((year) => year !== undefined);
  return lone.length > 0
    ? `${quoted(name)} is ${lone.join(" and ")} in some rows, more than a century from all others: check that it is right.`
    : undefined;
}

function zeroAmongYearsOf({ name, type, profile }: ExaminedColumn): string | undefined {
  if (type.type !== "integer" || !profile.isTallied || type.range.min !== 0) return undefined;
  const values = countsOf(profile.tally);
  const years = values.filter(([value]) => value !== 0).map(([value]) => value);
  const areYears = years.length > 1 && years.every((year) => year >= 1000 && year <= 2999);
  const zeros = values.find(([value]) => value === 0)?.[1] ?? 0;
  return areYears
    ? `${quoted(name)} is 0 in ${zeros} rows, and a year in the others: if 0 stands for "never" or "unknown", write it as an empty cell.`
    : undefined;
}

/** Numbers of a tally with their counts. */
function countsOf(tally: ReadonlyMap<string, number>): [value: number, count: number][] {
  return [...tally].flatMap(([text, count]) => {
    const value = Number(text);
    return Number.isNaN(value) ? [] : [[value, count]];
  });
}
