import { Command } from "commander";
import { rollBack } from "../model/registry/change-models";
import { modelDirOption, parseNameArgument, runCommand } from "./command-line";
import { describeChange } from "./pin/describe-change";

const command = new Command("npm run rollback --")
  .description(
    `Pins a name to the version before its current one. A running server picks up the change.
"npm run pin -- NAME" returns to the newest version.`,
  )
  .argument("<name>", "model name, such as linear", parseNameArgument)
  .addOption(modelDirOption())
  .action(async (name: string, { modelDir }: { modelDir: string }) => {
    console.log(describeChange(name, await rollBack(modelDir, name)));
  });

runCommand(command.parseAsync());
