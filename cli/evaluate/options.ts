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
    .description("Prints the metrics of a saved model on a file, and how often its intervals hold the truth.")
    .addOption(
      new Option(
        "--model <name>",
        "linear@2, or linear for its pinned or newest; without it, the model that answers by default",
      ).argParser(parseModelArgument),
    )
    .option("--data <file>", "CSV file with the features and the target", shippedTable())
    .option("--cv", "also cross-validates the algorithm on the file, at random and by place", false)
    .option("--json", "print one JSON document", false)
    .action((options: EvaluationOptions) => run(options));
  for (const option of modelOptions()) command.addOption(option);
  return command;
}
