import { Command, InvalidArgumentError, Option } from "commander";
import { schemaPathOf } from "../../model/table/table-schema";
import { isCurrencyCode } from "../../training/describe/currency";
import { DELIMITERS, type Delimiter } from "../../training/describe/delimiter";
import type { DescribeOptions } from "../../training/describe/options";

/** What `npm run describe` is asked to do. */
export interface DescribeRequest {
  /** Path of the CSV file. */
  readonly file: string;
  readonly options: DescribeOptions;
  /** Path of the schema that is written. */
  readonly out: string;
  /** Whether to print one JSON document. */
  readonly json: boolean;
}

/** The options as the command line gives them. */
interface Arguments {
  readonly target: string;
  readonly out?: string;
  readonly json?: boolean;
  readonly delimiter?: Delimiter;
  readonly decimal?: "point" | "comma";
  readonly dates?: "dmy" | "mdy";
  readonly missing?: readonly string[];
  readonly ignore?: readonly string[];
  readonly categories?: readonly string[];
  readonly currency?: string;
}

/** The command line of `npm run describe`. */
export function describeCommand(run: (request: DescribeRequest) => Promise<void>): Command {
  return new Command("npm run describe --")
    .description("Looks at a table of houses, tells what its columns are, and writes its table schema.")
    .argument("<file>", "CSV file")
    .requiredOption("--target <column>", "the column to predict")
    .option("--out <file>", "where to write the schema; by default NAME.schema.json beside the file")
    .option("--json", "print one JSON document")
    .option("--delimiter <character>", 'what separates cells, "tab" for a tab', parseDelimiter)
    .addOption(new Option("--decimal <sign>", "the sign before decimals").choices(["point", "comma"]))
    .addOption(new Option("--dates <order>", "the order of day and month").choices(["dmy", "mdy"]))
    .option("--missing <words>", "texts that mean a missing value, separated by commas", parseList)
    .option("--ignore <columns>", "columns to leave out, separated by commas", parseList)
    .option("--categories <columns>", "columns of categories that look like numbers or dates", parseList)
    .option("--currency <code>", "ISO 4217 code of the target's currency, such as USD", parseCurrency)
    .action((file: string, given: Arguments) => run(toRequest(file, given)));
}

function toRequest(file: string, given: Arguments): DescribeRequest {
  const { out = schemaPathOf(file), json = false, decimal, dates, ignore, ...options } = given;
  return {
    file,
    out,
    json,
    options: {
      ...options,
      ...(ignore && { ignored: ignore }),
      ...(decimal && { decimalChar: decimal === "point" ? "." : "," }),
      ...(dates && { dayFirst: dates === "dmy" }),
    },
  };
}

function parseDelimiter(text: string): Delimiter {
  const found = DELIMITERS.find((delimiter) => delimiter === (text === "tab" ? "\t" : text));
  if (found) return found;
  throw new InvalidArgumentError('It must be ",", ";", "|" or "tab".');
}

/** An option may be given several times. A comma in a name is written as `\,`. */
function parseList(text: string, previous: readonly string[] = []): string[] {
  const parts = text.split(/(?<!\\),/).map((part) => part.replaceAll("\\,", ",").trim());
  return [...previous, ...parts];
}

function parseCurrency(text: string): string {
  const code = text.toUpperCase();
  if (isCurrencyCode(code)) return code;
  throw new InvalidArgumentError("It must be an ISO 4217 code, such as USD or EUR.");
}
