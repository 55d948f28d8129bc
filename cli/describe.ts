import { Command, InvalidArgumentError, Option } from "commander";
import { schemaPathOf } from "../model/table/table-schema";
import { reportColumns } from "../training/describe/column-report";
import { isCurrencyCode } from "../training/describe/currency";
import { DELIMITERS, type Delimiter } from "../training/describe/delimiter";
import { describeTable } from "../training/describe/describe-table";
import { refuseExisting, writeSchema } from "../training/describe/write-schema";
import { runCommand } from "./command-line";
import { formatDescription } from "./describe/description-text";

interface Options {
  readonly target: string;
  readonly out?: string;
  readonly json?: boolean;
  readonly delimiter?: Delimiter;
  readonly decimal?: "point" | "comma";
  readonly dates?: "dmy" | "mdy";
  readonly missing: readonly string[];
  readonly ignore: readonly string[];
  readonly categories: readonly string[];
  readonly currency?: string;
}

/** `npm run describe`. */
const command = new Command("npm run describe --")
  .description("Looks at a table of houses, tells what its columns are, and writes its table schema.")
  .argument("<file>", "CSV file")
  .requiredOption("--target <column>", "the column to predict")
  .option("--out <file>", "where to write the schema; by default NAME.schema.json beside the file")
  .option("--json", "print one JSON document")
  .addOption(
    new Option("--delimiter <character>", 'what separates cells, "tab" for a tab').argParser(parseDelimiter),
  )
  .addOption(new Option("--decimal <sign>", "the sign before decimals").choices(["point", "comma"]))
  .addOption(new Option("--dates <order>", "the order of day and month").choices(["dmy", "mdy"]))
  .option("--missing <words>", "texts that mean a missing value, separated by commas", parseList, [])
  .option("--ignore <columns>", "columns to leave out, separated by commas", parseList, [])
  .option("--categories <columns>", "columns of categories that look like numbers", parseList, [])
  .option("--currency <code>", "ISO 4217 code of the target's currency, such as USD", parseCurrency)
  .action(describe);

async function describe(file: string, options: Options): Promise<void> {
  const { target, out = schemaPathOf(file), json, decimal, dates, ignore, ...others } = options;
  await refuseExisting(out);
  const description = await describeTable(file, {
    ...others,
    target,
    ignored: ignore,
    decimalChar: decimal && (decimal === "point" ? "." : ","),
    dayFirst: dates && dates === "dmy",
  });
  await writeSchema(out, description.schema);
  if (json) {
    const { rows, schema, warnings } = description;
    console.log(
      JSON.stringify(
        { file, rows, columns: reportColumns(description), warnings, schema, written: out },
        null,
        2,
      ),
    );
  } else {
    console.log(formatDescription(description));
    console.log(`Wrote ${out}: edit it to change a name, a unit or a decision.`);
  }
}

function parseDelimiter(text: string): Delimiter {
  const found = DELIMITERS.find((delimiter) => delimiter === (text === "tab" ? "\t" : text));
  if (found) return found;
  throw new InvalidArgumentError('It must be ",", ";", "|" or "tab".');
}

function parseList(text: string, previous: readonly string[]): string[] {
  return [...previous, ...text.split(",").map((part) => part.trim())];
}

function parseCurrency(text: string): string {
  const code = text.toUpperCase();
  if (isCurrencyCode(code)) return code;
  throw new InvalidArgumentError("It must be an ISO 4217 code, such as USD or EUR.");
}

runCommand(command.parseAsync());
