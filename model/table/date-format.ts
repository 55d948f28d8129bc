import { literalPattern } from "./literal-pattern";

export interface DateFormat {
  /** @returns days since 1970-01-01; `NaN` if the text is not a date of this format */
  parse(text: string): number;
}

interface DateParts {
  year: number;
  month: number;
  day: number;
}

interface Directive {
  readonly pattern: string;
  /** Stores the parsed part; returns false if invalid. Directives without it are only matched. */
  store?(text: string, parts: DateParts): boolean;
}

const MONTHS = "january february march april may june july august september october november december".split(
  " ",
);

const MILLISECONDS_PER_DAY = 86_400_000;

/** Two-digit years as in POSIX: 69 is 1969, 68 is 2068. */
const PIVOT = 69;

/**
 * The `strptime` directives for dates (https://docs.python.org/3/library/datetime.html#format-codes). Time and offset are matched and
 * ignored: a sale belongs to the day written.
 */
const DIRECTIVES: ReadonlyMap<string, Directive> = new Map<string, Directive>([
  ["Y", { pattern: "\\d{4}", store: (text, parts) => isSet(parts, "year", Number(text)) }],
  [
    "y",
    {
      pattern: "\\d{2}",
      store: (text, parts) => isSet(parts, "year", Number(text) + (Number(text) < PIVOT ? 2000 : 1900)),
    },
  ],
  ["m", { pattern: "\\d{1,2}", store: (text, parts) => isSet(parts, "month", Number(text)) }],
  ["d", { pattern: "\\d{1,2}", store: (text, parts) => isSet(parts, "day", Number(text)) }],
  ["b", { pattern: "[A-Za-z]{3}", store: (text, parts) => isSet(parts, "month", monthOf(text, 3)) }],
  ["B", { pattern: "[A-Za-z]{3,9}", store: (text, parts) => isSet(parts, "month", monthOf(text)) }],
  ["H", { pattern: "(?:[01]?\\d|2[0-3])" }],
  ["I", { pattern: "(?:0?[1-9]|1[0-2])" }],
  ["M", { pattern: "[0-5]?\\d" }],
  ["S", { pattern: "(?:[0-5]?\\d|60)" }],
  ["f", { pattern: "\\d{1,9}" }],
  ["p", { pattern: "[AaPp][Mm]" }],
  ["z", { pattern: "(?:Z|[+-]\\d{2}:?\\d{2})" }],
  ["a", { pattern: "[A-Za-z]{3}" }],
  ["A", { pattern: "[A-Za-z]{6,9}" }],
  ["%", { pattern: "%" }],
]);

/** Default format of the Table Schema standard. */
export const ISO_DATE = "%Y-%m-%d";

/**
 * Compiles a pattern such as `%d/%m/%Y`. As in `strptime`, days and months may have one digit unless another directive follows directly
 * (`%Y%m%d`).
 *
 * @returns undefined if a directive is unknown or repeated, or if there is no year
 */
export function compileDateFormat(pattern: string): DateFormat | undefined {
  const pieces = pattern.match(/%.?|[^%]+/gs) ?? [];
  const stores: Directive[] = [];
  const seen = new Set<string>();
  let source = "";
  for (const [i, piece] of pieces.entries()) {
    if (!piece.startsWith("%")) {
      source += literalPattern(piece).replace(/\s+/g, "\\s+");
      continue;
    }
    const directive = DIRECTIVES.get(piece.slice(1));
    if (!directive || (seen.has(piece) && piece !== "%%")) return undefined;
    seen.add(piece);
    const isTight = isDirective(pieces[i + 1]) || isDirective(pieces[i - 1]);
    const part = isTight ? directive.pattern.replace("\\d{1,2}", "\\d{2}") : directive.pattern;
    source += directive.store ? `(${part})` : part;
    if (directive.store) stores.push(directive);
  }
  if (!seen.has("%Y") && !seen.has("%y")) return undefined;
  const expression = new RegExp(`^${source}$`);
  return { parse: (text) => parseDate(expression.exec(text.trim()), stores) };
}

function isDirective(piece: string | undefined): boolean {
  return piece?.startsWith("%") === true && piece !== "%%";
}

function parseDate(match: RegExpExecArray | null, directives: readonly Directive[]): number {
  if (!match) return Number.NaN;
  // Without a day, the first of the month.
  const parts: DateParts = { year: Number.NaN, month: 1, day: 1 };
  const isStored = directives.every(({ store }, i) => store?.(match[i + 1], parts));
  return isStored ? daysOf(parts) : Number.NaN;
}

/** Days since 1970-01-01; `NaN` for invalid dates. */
function daysOf({ year, month, day }: DateParts): number {
  const date = new Date(0);
  // `Date.UTC` maps the years 0 to 99 to the twentieth century.
  date.setUTCFullYear(year, month - 1, day);
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.getTime() / MILLISECONDS_PER_DAY : Number.NaN;
}

function isSet(parts: DateParts, key: keyof DateParts, value: number): boolean {
  parts[key] = value;
  return !Number.isNaN(value);
}

function monthOf(text: string, letters?: number): number {
  const month = MONTHS.findIndex((name) => name.slice(0, letters) === text.toLowerCase());
  return month === -1 ? Number.NaN : month + 1;
}

export function isoDate(days: number): string {
  return new Date(days * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
}
