import { Command } from "commander";
import { removeVersion } from "../model/registry/change-models";
import { modelDirOption, parseVersionArgument, runCommand } from "./command-line";

const command = new Command("npm run rm --")
  .description(
    "Removes a version of a model. A running server stops serving it. A pinned version cannot be removed.",
  )
  .argument("<model>", "a name and a version, such as linear@2", parseVersionArgument)
  .addOption(modelDirOption())
  .action(
    async ({ name, version }: { name: string; version: number }, { modelDir }: { modelDir: string }) => {
      await removeVersion(modelDir, name, version);
      console.log(`Removed ${name}@${version}.`);
    },
  );

runCommand(command.parseAsync());
