import { runCommand } from "../model/command-line";
import { trainingCommand } from "./options";
import { terminalProgress } from "./progress";
import { formatReport } from "./report";
import { train } from "./train";

/** `npm run train`. */
const command = trainingCommand(async (options) => {
  const { content, saved } = await train(options, terminalProgress());
  console.log(formatReport(content));
  console.log(`Saved ${content.name} version ${saved.version} in ${saved.path}`);
  console.log("Model trained and saved successfully.");
});

runCommand(command.parseAsync());
