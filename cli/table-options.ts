import { type Command, InvalidArgumentError, Option } from "commander";
import { isCurrencyCode } from "../training/describe/currency";
import { DELIMITERS, type Delimiter } from "../training/describe/delimiter";
import type { DescribeOptions } from "../training/describe/options";

/** Command-line description of a table, for what its file does not say. */
export interface TableArguments {
  readonly delimiter?: Delimiter;
  readonly decimal?: "point" | "comma";
  readonly dates?: "dmy" | "mdy";
  readonly missing?: readonly string[];
  readonly ignore?: readonly string[];
  readonly categories?: readonly string[];
  readonly currency?: string;
}

export function addTableOptions(command: Command): Command {
  return command
    .option("--delimiter <character>", 'the cell separator; "tab" for a tab', parseDelimiter)
    .addOption(new Option("--decimal <sign>", "the decimal separator").choices(["point", "comma"]))
    .addOption(new Option("--dates <order>", "the order of day and month").choices(["dmy", "mdy"]))
    .option("--missing <words>", "texts that mean a missing value, separated by commas", parseList)
    .option("--ignore <columns>", "columns to leave out, separated by commas", parseList)
    .option(
      "--categories <columns>",
      "columns to read as categories although they look like numbers or dates",
      parseList,
    )
    .option("--currency <code>", "ISO 4217 code of the target's currency, such as USD", parseCurrency);
}

/** Converts the arguments for schema inference. */
export function toDescribeOptions({
  delimiter,
  decimal,
  dates,
  missing,
  ignore,
  categories,
  currency,
}: TableArguments): Omit<DescribeOptions, "target"> {
  return {
    ...(delimiter && { delimiter }),
    ...(decimal && { decimalChar: decimal === "point" ? "." : "," }),
    ...(dates && { dayFirst: dates === "dmy" }),
    ...(missing && { missing }),
    ...(ignore && { ignored: ignore }),
    ...(categories && { categories }),
    ...(currency && { currency }),
  };
}

/** Parses a list; the option may be repeated. A comma in a name is written as `\,`. */
export function parseList(text: string, previous: readonly string[] = []): string[] {
  const parts = text.split(/(?<!\\),/).map((part) => part.replaceAll("\\,", ",").trim());
  return [...previous, ...parts];
}

function parseDelimiter(text: string): Delimiter {
  const found = DELIMITERS.find((delimiter) => delimiter === (text === "tab" ? "\t" : text));
  if (found) return found;
  throw new InvalidArgumentError('Expected ",", ";", "|" or "tab".');
}

function parseCurrency(text: string): string {
  const code = text.toUpperCase();
  if (isCurrencyCode(code)) return code;
  throw new InvalidArgumentError("Expected an ISO 4217 code, such as USD or EUR.");
}
