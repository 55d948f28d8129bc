import { Command, Option } from "commander";
import type { ModelSelection } from "../../model/registry/catalogue";
import { type ModelOptions, modelOptions, parseModelArgument } from "../command-line";
import { shippedTable } from "../shipped-table";

export interface EvaluationOptions extends ModelOptions {
  /** Undefined means the default model. */
  readonly model?: ModelSelection;
  readonly data: string;
  /** Whether to cross-validate on the file too. */
  readonly cv: boolean;
  readonly json: boolean;
}

/** Chunk size: about 2,700 rows of the shipped data. */
export function evaluationCommand(run: (options: EvaluationOptions) => Promise<void>): Command {
  const command = new Command("npm run evaluate --")
    .description("Prints the metrics of a saved model on a file, and the coverage of its intervals.")
    .addOption(
      new Option(
        "--model <name>",
        "linear@2, or linear for its pinned or newest version (default: the default model)",
      ).argParser(parseModelArgument),
    )
    .option("--data <file>", "CSV file with the features and the target", shippedTable())
    .option("--cv", "also cross-validate the algorithm on the file, with random and spatial splits", false)
    .option("--json", "print one JSON document", false)
    .action((options: EvaluationOptions) => run(options));
  for (const option of modelOptions()) command.addOption(option);
  return command;
}
