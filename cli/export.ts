import { Command, Option } from "commander";
import type { ExportOptions } from "../export/export-format";
import { EXPORT_FORMATS } from "../export/export-formats";
import { DIALECTS } from "../export/sql/dialects";
import type { ModelSelection } from "../model/registry/catalogue";
import { selectModel } from "../model/registry/model-selection";
import { ModelRegistry } from "../model/registry/registry";
import type { Refusal } from "../model/registry/registry-observer";
import { STANDARD_STREAM } from "../model/table/data-file";
import { type ModelOptions, modelOptions, parseModelArgument, reportError, runCommand } from "./command-line";
import { parseCoverage } from "./coverage-option";
import { openOutput } from "./predict/output-file";
import { parseList } from "./table-options";

interface Options extends ModelOptions, Omit<ExportOptions, "coverage"> {
  readonly model: ModelSelection;
  readonly format: string;
  readonly out: string;
}

const command = new Command("npm run export --")
  .description(
    `Writes a model for another engine, which then computes the price and its interval as npm run predict does.

  npm run export -- --model linear@2 --format onnx --out linear.onnx
  npm run export -- --model spatial@1 --format sql --dialect duckdb --table houses --columns id --out prices.sql

A row that npm run predict rejects has no price. docs/SCALE.md says which engine to choose.`,
  )
  .requiredOption("--model <name>", "linear@2, or linear for its pinned or newest", parseModelArgument)
  .addOption(
    new Option("--format <format>", "what to write")
      .choices(EXPORT_FORMATS.map(({ name }) => name))
      .makeOptionMandatory(),
  )
  .addOption(new Option("--dialect <dialect>", "of SQL").choices(DIALECTS.map(({ name }) => name)))
  .option("--table <name>", "of SQL: the table that has the columns of the CSV file", "houses")
  .option(
    "--columns <names>",
    "of SQL: columns of the table that the result has too, separated by commas",
    parseList,
    [],
  )
  .option("--contributions", "of SQL: adds a column for what each group of features contributes", false)
  .option(
    "--interval <coverage>",
    "the probability with which the interval holds the truth",
    parseCoverage,
    0.9,
  )
  .option("--out <file>", 'where it goes; "-" is the standard output', STANDARD_STREAM)
  .action(
    async ({ model: selection, format: name, out, interval, ...options }: Options & { interval: number }) => {
      const observer = { refused: ({ error }: Refusal) => reportError(error) };
      const registry = await ModelRegistry.open(options.modelDir, { pins: options.modelPin, observer });
      const model = selectModel(registry.current, selection);
      const format = EXPORT_FORMATS.find((each) => each.name === name) ?? EXPORT_FORMATS[0];
      const { content, note } = await format.write(model, { ...options, coverage: interval });
      const output = await openOutput(out);
      try {
        await output.write(content);
        await output.commit();
      } catch (error) {
        await output.discard();
        throw error;
      }
      console.error(`Exported ${model.id} as ${name}.${note === undefined ? "" : ` ${note}`}`);
    },
  );

for (const option of modelOptions()) command.addOption(option);

runCommand(command.parseAsync());
