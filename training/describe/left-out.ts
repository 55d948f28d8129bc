import { quoted } from "../../model/table/quoted";
import { MAX_CATEGORY } from "../../model/table/schema-format";
import type { ColumnProfile } from "./column-profile";
import type { ColumnType } from "./column-type";
import type { ExaminedColumn } from "./examined-column";
import { fitNumbers, type NumberFit } from "./number-fit";
import type { RowSample } from "./row-sample";
import { hasWord, wordsOf } from "./words";

/** Maximum number of categories. */
const MAX_LEARNED = 1000;

/** With fewer distinct texts, rows per text do not matter. */
const FEW = 10;

const IDENTIFIERS = new Set(
  "id ids uuid guid pid key identifier objectid rowid parcelid propertyid houseid listingid saleid transactionid apn mls index idx unnamed".split(
    " ",
  ),
);

/** Larger, nearly unique integers are more likely identifiers than quantities. */
const LARGE = 1e8;

/**
 * Why a column cannot be used as a feature, if so.
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
  if (isWhole && isSequence && digits === rows && rows > 2) return "it numbers the rows";
  if (isWhole && hasWord(words, IDENTIFIERS) && differentShare >= 0.5) return "it identifies the row";
  const isLarge = type.type === "integer" && type.range.min >= LARGE;
  return isLarge && differentShare >= 0.9 ? "it looks like an identifier of the row" : undefined;
}

function textReason(profile: ColumnProfile): string | undefined {
  const { tally, isTallied, longest, present, missingWords } = profile;
  if (longest.length > MAX_CATEGORY) {
    return `it is free text: a cell in line ${longest.line} has ${longest.length} characters, but a category may have at most ${MAX_CATEGORY}`;
  }
  const cells = present + [...missingWords.values()].reduce((sum, count) => sum + count, 0);
  const isTooMany = !isTallied || tally.size > MAX_LEARNED;
  if (!isTooMany && (tally.size <= FEW || tally.size * 2 <= cells)) return undefined;
  const numbers = fitNumbers(profile, undefined);
  if (numbers.fits * 2 > present) return mixedReason(numbers, present);
  const many = `${isTallied ? "" : "more than "}${tally.size} different texts`;
  return `it is free text or an address: ${many} in ${cells} cells`;
}

/** If most cells are numbers, the column may be meant as numeric. */
function mixedReason({ fits, misfits: [example] }: NumberFit, present: number): string {
  const share = Math.floor((100 * fits) / present);
  const where = example ? `, such as ${quoted(example.text)} in line ${example.line}` : "";
  return `it mixes numbers (${share} % of its cells) with texts${where}`;
}
