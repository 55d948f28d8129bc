import { Command } from "commander";
import { HousePriceError } from "../model/errors";
import { printableLines } from "../model/file/text";
import { type ModelOptions, modelOptions, reportError, runCommand } from "./command-line";
import { type ModelRow, modelRows } from "./models/model-rows";
import { formatModels } from "./models/model-table";
import { surveyModels } from "./models/survey-models";

const command = new Command("npm run models --")
  .description(
    `Lists the models, with when each one answers and why. Each is loaded and checked as the server does it.

Exit status: 0 if every model can be served; 1 if a model or a pin is refused, or there are no models.`,
  )
  .option("--json", "print one JSON document")
  .action(async ({ modelDir, modelPin, json }: ModelOptions & { readonly json?: true }) => {
    const survey = await surveyModels(modelDir, modelPin);
    if (survey.models.length + survey.refusals.length === 0) {
      throw new HousePriceError(
        "NO_MODEL",
        `There is no model in ${modelDir}: train one with "npm run train -- --out ${modelDir}", or set MODEL_DIR.`,
      );
    }
    const rows = await modelRows(modelDir, survey);
    console.log(json ? JSON.stringify(rows.map(flat), null, 2) : printableLines(formatModels(rows)));
    const problems = [...survey.refusals.map(({ error }) => error), ...survey.refusedPins];
    for (const error of problems) reportError(error);
    if (problems.length > 0) process.exitCode = 1;
  });

/** A row without nesting, for JSON output. */
function flat({ model, ...row }: ModelRow): object {
  return { ...row, ...model };
}

for (const option of modelOptions()) command.addOption(option);

runCommand(command.parseAsync());
