import { train } from "../training/train";
import { runCommand } from "./command-line";
import { terminalProgress } from "./terminal-progress";
import { trainingCommand } from "./train/options";
import { formatReport } from "./train/report";

/** `npm run train`. */
const command = trainingCommand(async (options) => {
  const { content, saved } = await train(options, terminalProgress());
  console.log(formatReport(content));
  console.log(`Saved ${content.name} version ${saved.version} in ${saved.path}`);
  console.log("Model trained and saved successfully.");
});

runCommand(command.parseAsync());
