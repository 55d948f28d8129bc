import { MAX_CATEGORY } from "../../model/table/schema-format";
import type { ColumnProfile } from "./column-profile";
import type { ColumnType } from "./column-type";
import type { ExaminedColumn } from "./examined-column";
import type { RowSample } from "./row-sample";
import { hasWord, wordsOf } from "./words";

/** Largest number of categories that can be learned. */
const MAX_LEARNED = 1000;

/** Number of different texts below which it does not matter how many rows each has. */
const FEW = 10;

/** Words in the names of identifiers. */
const IDENTIFIERS = new Set(
  "id ids uuid guid pid key identifier objectid rowid parcelid propertyid houseid listingid saleid transactionid apn mls index idx unnamed".split(
    " ",
  ),
);

/** From this number on, whole numbers that are nearly all different are rather identifiers than quantities. */
const LARGE = 1e8;

/**
 * Why a column cannot be learned from; undefined where it can.
 *
 * @param sample - of the rows
 */
export function reasonToLeaveOut(
  { profile, type, name, position }: ExaminedColumn,
  sample: RowSample,
): string | undefined {
  if (type.type === "empty") return "every cell is empty";
  const cells = sample.column(position);
  return (
    constantReason(profile, type) ??
    identifierReason(profile, type, name, new Set(cells).size / cells.length) ??
    (type.type === "category" ? textReason(profile) : undefined)
  );
}

function constantReason(
  { tally, isTallied, empty, rows }: ColumnProfile,
  type: ColumnType,
): string | undefined {
  if (isTallied && tally.size === 1 && empty === 0) return "it has the same value in every row";
  const isConstant = "range" in type && type.range.min === type.range.max && type.misfits.count === 0;
  return isConstant && type.range.maxCount === rows ? "it has the same value in every row" : undefined;
}

function identifierReason(
  { isSequence, digits, rows }: ColumnProfile,
  type: ColumnType,
  name: string,
  differentShare: number,
): string | undefined {
  // Share of the sampled rows that have a text of their own in the column.
  const words = wordsOf(name);
  const isWhole = type.type === "integer" || type.type === "category";
  if (isWhole && isSequence && digits === rows && rows > 2) return "it counts the rows";
  if (isWhole && hasWord(words, IDENTIFIERS) && differentShare >= 0.5) return "it identifies the row";
  const isLarge = type.type === "integer" && type.range.min >= LARGE;
  return isLarge && differentShare >= 0.9 ? "it looks like a number that identifies the row" : undefined;
}

function textReason({ tally, isTallied, longest, present, missingWords }: ColumnProfile): string | undefined {
  if (longest.length > MAX_CATEGORY) {
    return `it is free text: a cell in line ${longest.line} has ${longest.length} characters, and a category at most ${MAX_CATEGORY}`;
  }
  const many = `${isTallied ? "" : "more than "}${tally.size} different texts`;
  if (!isTallied || tally.size > MAX_LEARNED) return `it is free text or an address: ${many}`;
  const cells = present + [...missingWords.values()].reduce((sum, count) => sum + count, 0);
  return tally.size > FEW && tally.size * 2 > cells
    ? `it is free text or an address: ${many} in ${cells} cells`
    : undefined;
}
