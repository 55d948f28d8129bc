import { Command } from "commander";
import { noModel } from "../../../model/load-catalogue";
import { loadModels } from "../../../model/model-directory";
import { modelDirectoryOption } from "../model-directory-option";
import { reportError, runCommand } from "../run-command";
import { formatModelTable } from "./model-table";

/** `npm run models`. */
const command = new Command("npm run models --")
  .description(
    `Lists the models, each loaded and proven as the server does it.

Exit status: 0 where every model can be served; 1 where one is refused, or there is none.`,
  )
  .addOption(modelDirectoryOption())
  .action(async ({ modelDir }: { readonly modelDir: string }) => {
    const loaded = await loadModels(modelDir);
    if (loaded.models.length + loaded.refused.length === 0) throw noModel(modelDir);
    console.log(await formatModelTable(modelDir, loaded));
    for (const { error } of loaded.refused) reportError(error);
    if (loaded.refused.length > 0) process.exitCode = 1;
  });

runCommand(command.parseAsync());
