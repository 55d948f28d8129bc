import { Command } from "commander";
import { HousePriceError } from "../model/errors";
import { type ModelOptions, modelOptions, reportError, runCommand } from "./command-line";
import { formatModelTable } from "./models/model-table";
import { surveyModels } from "./models/survey-models";

/** `npm run models`. */
const command = new Command("npm run models --")
  .description(
    `Lists the models, each loaded and proven as the server does it.

Exit status: 0 where every model can be served; 1 where a model or a pin is refused, or there is no model.`,
  )
  .action(async ({ modelDir, modelPin }: ModelOptions) => {
    const survey = await surveyModels(modelDir, modelPin);
    if (survey.models.length + survey.refusals.length === 0) {
      throw new HousePriceError(
        "NO_MODEL",
        `There is no model in ${modelDir}: train one by "npm run train -- --out ${modelDir}", or set MODEL_DIR.`,
      );
    }
    console.log(await formatModelTable(modelDir, survey));
    const problems = [...survey.refusals.map(({ error }) => error), ...survey.refusedPins];
    for (const error of problems) reportError(error);
    if (problems.length > 0) process.exitCode = 1;
  });
for (const option of modelOptions()) command.addOption(option);

runCommand(command.parseAsync());
