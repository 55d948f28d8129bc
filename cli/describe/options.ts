import { Command } from "commander";
import { schemaPathOf } from "../../model/table/table-schema";
import type { DescribeOptions } from "../../training/describe/options";
import { addTableOptions, type TableArguments, toDescribeOptions } from "../table-options";

export interface DescribeRequest {
  readonly file: string;
  readonly options: DescribeOptions;
  /** Path of the schema to write. */
  readonly out: string;
  readonly json: boolean;
}

interface Arguments extends TableArguments {
  readonly target: string;
  readonly out?: string;
  readonly json?: boolean;
}

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
