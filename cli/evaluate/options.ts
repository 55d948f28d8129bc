import { Command, Option } from "commander";
import type { ModelSelection } from "../../model/registry/catalogue";
import { type ModelOptions, modelOptions, parseModelArgument } from "../command-line";
import { shippedTable } from "../shipped-table";

export interface EvaluationOptions extends ModelOptions {
  /** Undefined for the one that answers by default. */
  readonly model?: ModelSelection;
  /** Path of the CSV file. */
  readonly data: string;
  /** Whether the algorithm is cross-validated on the file too. */
  readonly cv: boolean;
  /** Whether to print one JSON document. */
  readonly json: boolean;
}

/** The command line of `npm run evaluate`. */
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
