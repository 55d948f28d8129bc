import { Command } from "commander";
import type { ModelSelection } from "../model/registry/catalogue";
import { selectModel } from "../model/registry/model-selection";
import { ModelRegistry } from "../model/registry/registry";
import { compareModels } from "../training/compare-models";
import { type ModelOptions, modelOptions, parseModelArgument, reportError, runCommand } from "./command-line";
import { formatComparison } from "./compare/report";
import { shippedTable } from "./shipped-table";

interface CompareOptions extends ModelOptions {
  readonly data: string;
  readonly json: boolean;
}

const command = new Command("npm run compare --")
  .description(
    `Compares two models on the same held-out rows, with a confidence interval for the difference.

  npm run compare -- linear@1 linear@2`,
  )
  .argument("<first>", "linear@1, or linear for its pinned or newest version", parseModelArgument)
  .argument("<second>", "the model to compare it with", parseModelArgument)
  .option("--data <file>", "CSV file with the target and the features of both models", shippedTable())
  .option("--json", "print one JSON document", false)
  .action(async (one: ModelSelection, other: ModelSelection, options: CompareOptions) => {
    const { data, json, modelDir, modelPin } = options;
    const registry = await ModelRegistry.open(modelDir, {
      pins: modelPin,
      observer: { refused: ({ error }) => reportError(error) },
    });
    const [first, second] = [one, other].map((selection) => selectModel(registry.current, selection));
    const comparison = await compareModels(first, second, data);
    console.log(
      json
        ? JSON.stringify({ models: [first.id, second.id], data, ...comparison }, null, 2)
        : formatComparison([first.id, second.id], comparison),
    );
  });
for (const option of modelOptions()) command.addOption(option);

runCommand(command.parseAsync());
