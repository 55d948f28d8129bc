import { HousePriceError } from "../../model/errors";
import { quoted } from "../../model/table/quoted";
import type { Cell } from "./candidate";
import type { ExaminedColumn } from "./examined-column";
import { missingCellsOf } from "./missing-cells";

const MAX_LISTED = 20;

/** Share of numbers in the target from which other cells are errors. */
const MAIN_SHARE = 0.5;

/**
 * Refuses a table without a usable schema.
 *
 * @param used - columns that are not excluded, including the target
 * @throws HousePriceError DATA_INVALID or DATA_AMBIGUOUS
 */
export function refuseDefects(used: readonly ExaminedColumn[], file: string): void {
  for (const column of used) if (column.isTarget) refuseTarget(column, file);
  for (const column of used) refuseMisfits(column, file);
  for (const column of used) refuseAmbiguity(column, file);
  refuseTargetAlone(used, file);
}

/** The target must be a number in every row, and must vary. */
function refuseTarget({ name, profile, type }: ExaminedColumn, file: string): void {
  const { present, firstOthers, firstMissing, rows } = profile;
  const missing = missingCellsOf(profile, type);
  if (present === 0) {
    throw invalid(
      file,
      `column ${quoted(name)} is the target, but has no value in any row: use data with prices.`,
    );
  }
  const [example] = firstOthers;
  if ("misfits" in type && type.misfits.count > (1 - MAIN_SHARE) * present && example) {
    throw invalid(
      file,
      `line ${example.line}, column ${quoted(name)}: ${quoted(example.text)} is not a number, but the target must be numeric: name another column with --target.`,
    );
  }
  if (missing.count > 0) {
    const what = `${quoted(name)} is the target, but has no value in ${countOf(missing.count, "row")}: remove them`;
    throw new HousePriceError(
      "DATA_INVALID",
      listed(file, name, what, firstMissing, missing.count, "is empty"),
    );
  }
  if ("range" in type && type.range.min === type.range.max && type.misfits.count === 0) {
    throw invalid(
      file,
      `column ${quoted(name)} is the target, but is ${type.range.min} in ${rows === 1 ? "the only row" : `all ${rows} rows`}: use data in which it varies.`,
    );
  }
}

/** If nearly all cells of a column are numbers or dates, all must be. */
function refuseMisfits({ name, type, isTarget }: ExaminedColumn, file: string): void {
  if (!("misfits" in type) || type.misfits.count === 0) return;
  const { count, cells } = type.misfits;
  const kind = KINDS[type.type];
  const ways = isTarget
    ? ""
    : `, or the whole column is text (--categories ${quoted(name)}) or useless (--ignore)`;
  const what = `column ${quoted(name)} has ${kind} except in ${countOf(count, "cell")}: correct them, unless they mean a missing value (--missing)${ways}`;
  throw new HousePriceError(
    "DATA_INVALID",
    listed(file, name, what, cells, count, `is not ${SINGULAR[type.type]}`),
  );
}

/** There must be a feature. */
function refuseTargetAlone(used: readonly ExaminedColumn[], file: string): void {
  if (used.length > 1) return;
  throw invalid(
    file,
    "there are no features: every column except the target is empty, constant, an identifier or free text.",
  );
}

const KINDS = { number: "numbers", integer: "numbers", year: "years", date: "dates" };
const SINGULAR = { number: "a number", integer: "a number", year: "a year", date: "a date" };

/** No used column may be ambiguous. */
function refuseAmbiguity({ name, type }: ExaminedColumn, file: string): void {
  if (!("ambiguity" in type) || !type.ambiguity) return;
  const { example, meanings } = type.ambiguity;
  throw new HousePriceError(
    "DATA_AMBIGUOUS",
    `${file}, line ${example.line}, column ${quoted(name)}: ${quoted(example.text)} may be ${meanings[0]} or ${meanings[1]}, and no cell in the file tells which: add the right option.`,
  );
}

function listed(
  file: string,
  name: string,
  what: string,
  cells: readonly Cell[],
  count: number,
  problem: string,
): string {
  const list = cells.slice(0, MAX_LISTED).map(({ line, text }) => {
    const cell = text === "" ? "the cell" : quoted(text);
    return `line ${line}, column ${quoted(name)}: ${cell} ${problem}`;
  });
  const which = count > list.length ? ` The first ${list.length} are:` : "";
  return `${file}: ${what}.${which}\n${list.join("\n")}`;
}

function countOf(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

function invalid(file: string, problem: string): HousePriceError {
  return new HousePriceError("DATA_INVALID", `${file}: ${problem}`);
}
