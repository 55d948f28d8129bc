import { Command, InvalidArgumentError, Option } from "commander";
import type { ModelSelection } from "../model/catalogue";
import { parseModelSelection } from "../model/model-selection";

export interface EvaluationOptions {
  readonly model: ModelSelection;
  /** Path of the CSV file. */
  readonly data: string;
  /** Whether the algorithm is cross-validated on the file too. */
  readonly cv: boolean;
  /** Directory of the models. */
  readonly modelDir: string;
}

/** The command line of `npm run evaluate`. */
export function evaluationCommand(run: (options: EvaluationOptions) => Promise<void>): Command {
  return new Command("npm run evaluate --")
    .description("Prints the metrics of a saved model on a file, and how often its intervals hold the truth.")
    .addOption(
      new Option("--model <name>", "linear@2, or linear for its newest")
        .argParser(parseModel)
        .makeOptionMandatory(),
    )
    .option("--data <file>", "CSV file with the features and the target", "data/california_housing.csv")
    .option("--cv", "also cross-validates the algorithm on the file, at random and by place", false)
    .addOption(
      new Option("--model-dir <directory>", "where the models are, as NAME/VERSION/model.json")
        .env("MODEL_DIR")
        .default("model/trained"),
    )
    .action((options: EvaluationOptions) => run(options));
}

function parseModel(text: string): ModelSelection {
  const selection = parseModelSelection(text);
  if (!selection)
    throw new InvalidArgumentError('It must be a name, or a name and a version, as in "linear@2".');
  return selection;
}
