import { Command } from "commander";
import { rollBack } from "../model/registry/change-models";
import { modelDirOption, parseNameArgument, runCommand } from "./command-line";
import { describeChange } from "./pin/describe-change";

/** `npm run rollback`. */
const command = new Command("npm run rollback --")
  .description(
    `Lets the version before the one that answers for a name answer for it, by a pin; a running server follows.
"npm run pin -- NAME" goes forward to the newest again.`,
  )
  .argument("<name>", "name of the models, such as linear", parseNameArgument)
  .addOption(modelDirOption())
  .action(async (name: string, { modelDir }: { modelDir: string }) => {
    console.log(describeChange(name, await rollBack(modelDir, name)));
  });

runCommand(command.parseAsync());
