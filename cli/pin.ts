import { Command } from "commander";
import type { ModelSelection } from "../model/registry/catalogue";
import { pinVersion, unpin } from "../model/registry/change-models";
import { modelDirOption, parseModelArgument, runCommand } from "./command-line";
import { describeChange } from "./pin/describe-change";

/** `npm run pin`. */
const command = new Command("npm run pin --")
  .description(
    `Lets one version answer for its name, in pins.json of the model directory; a running server follows.

  npm run pin -- linear@1    linear@1 answers for linear
  npm run pin -- linear      the newest version answers again`,
  )
  .argument("<model>", "a name and a version, or a name alone", parseModelArgument)
  .addOption(modelDirOption())
  .action(async ({ name, version }: ModelSelection, { modelDir }: { modelDir: string }) => {
    const change = version == null ? await unpin(modelDir, name) : await pinVersion(modelDir, name, version);
    console.log(describeChange(name, change));
  });

runCommand(command.parseAsync());
