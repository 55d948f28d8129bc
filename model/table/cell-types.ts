import { printable } from "../file/text";
import type { CellType } from "./column";
import { compileDateFormat, ISO_DATE, isoDate } from "./date-format";
import { numberParser } from "./number-format";
import type { Field, FieldType } from "./schema-format";

/** Default boolean values of the Table Schema standard. */
export const TRUE_VALUES = ["true", "True", "TRUE", "1"];
export const FALSE_VALUES = ["false", "False", "FALSE", "0"];

const MAX_SHOWN = 5;
const MAX_QUOTED = 40;

/** Parsers by field type; undefined if the field's `format` is invalid. */
export const CELL_TYPES: { readonly [type in FieldType]: (field: Field) => CellType | undefined } = {
  number: (field) => ({ name: "a number", parse: parserOf(field) }),
  integer: (field) => {
    const parse = parserOf(field);
    return { name: "a whole number", parse: (text) => whole(parse(text)) };
  },
  year: () => ({
    name: "a year",
    parse: (text) => (/^-?\d{1,4}$/.test(text.trim()) ? Number(text) : Number.NaN),
  }),
  boolean: booleanType,
  date: ({ format = "default" }) => {
    const pattern = format === "default" ? ISO_DATE : format;
    const compiled = compileDateFormat(pattern);
    if (!compiled) return undefined;
    return {
      name: `a date in the format ${printable(pattern, MAX_QUOTED)}`,
      parse: compiled.parse,
      show: isoDate,
    };
  },
  string: ({ constraints }) => categoryType(constraints?.enum ?? []),
};

/**
 * A category's value is its position.
 *
 * @param missingCategory - category that missing values stand for, if any
 */
export function categoryType(
  categories: readonly string[],
  missingCategory?: string,
  missingValues: Iterable<string> = [""],
): CellType {
  const positions = new Map(categories.map((category, i) => [category, i]));
  const missing = missingCategory === undefined ? Number.NaN : (positions.get(missingCategory) ?? Number.NaN);
  for (const text of missingValues) positions.set(text, missing);
  const shown = categories.slice(0, MAX_SHOWN).map((category) => printable(category, MAX_QUOTED));
  const others = categories.length - shown.length;
  return {
    name: `one of ${shown.join(", ")}${others > 0 ? ` and ${others} more` : ""}`,
    parse: (text) => positions.get(text.trim()) ?? Number.NaN,
    show: (value) => categories[value] ?? String(value),
  };
}

function booleanType({ trueValues = TRUE_VALUES, falseValues = FALSE_VALUES }: Field): CellType {
  const values = new Map<string, number>();
  for (const word of trueValues) values.set(word, 1);
  for (const word of falseValues) values.set(word, 0);
  return {
    name: `${printable(trueValues[0], MAX_QUOTED)} or ${printable(falseValues[0], MAX_QUOTED)}`,
    parse: (text) => values.get(text.trim()) ?? Number.NaN,
  };
}

function parserOf({ decimalChar = ".", groupChar, bareNumber = true }: Field) {
  return numberParser({ decimalChar, groupChar, bareNumber });
}

function whole(value: number): number {
  return Number.isInteger(value) ? value : Number.NaN;
}
