import { Command } from "commander";
import type { ModelSelection } from "../model/registry/catalogue";
import { pinVersion, unpin } from "../model/registry/change-models";
import { modelDirOption, parseModelArgument, runCommand } from "./command-line";
import { describeChange } from "./pin/describe-change";

const command = new Command("npm run pin --")
  .description(
    `Pins a name to a version in pins.json of the model directory. A running server picks up the change.

  npm run pin -- linear@1    linear now means linear@1
  npm run pin -- linear      linear means its newest version again`,
  )
  .argument("<model>", "a name and a version, or a name to unpin", parseModelArgument)
  .addOption(modelDirOption())
  .action(async ({ name, version }: ModelSelection, { modelDir }: { modelDir: string }) => {
    const change = version == null ? await unpin(modelDir, name) : await pinVersion(modelDir, name, version);
    console.log(describeChange(name, change));
  });

runCommand(command.parseAsync());
