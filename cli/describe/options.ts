import { Command } from "commander";
import { schemaPathOf } from "../../model/table/table-schema";
import type { DescribeOptions } from "../../training/describe/options";
import { addTableOptions, type TableArguments, toDescribeOptions } from "../table-options";

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
interface Arguments extends TableArguments {
  readonly target: string;
  readonly out?: string;
  readonly json?: boolean;
}

/** The command line of `npm run describe`. */
export function describeCommand(run: (request: DescribeRequest) => Promise<void>): Command {
  const command = new Command("npm run describe --")
    .description("Infers the columns of a table, prints them, and writes its table schema.")
    .argument("<file>", "CSV file")
    .requiredOption("--target <column>", "the column to predict")
    .option("--out <file>", "where to write the schema (default: NAME.schema.json beside the file)")
    .option("--json", "print one JSON document");
  return addTableOptions(command).action((file: string, given: Arguments) => run(toRequest(file, given)));
}

function toRequest(file: string, given: Arguments): DescribeRequest {
  const { out = schemaPathOf(file), json = false, target } = given;
  return { file, out, json, options: { target, ...toDescribeOptions(given) } };
}
