import { train } from "../training/train";
import { runCommand } from "./command-line";
import { terminalProgress } from "./terminal-progress";
import { formatAssumptions } from "./train/assumptions";
import { trainingCommand } from "./train/options";
import { formatReport, reportDocument } from "./train/report";

const command = trainingCommand(async ({ options, json }) => {
  const trained = await train(options, {
    progress: terminalProgress(),
    assumed: (description) => console.error(formatAssumptions(description)),
  });
  const { content, saved } = trained;
  if (json) {
    console.log(JSON.stringify(reportDocument(trained), null, 2));
    return;
  }
  console.log(formatReport(content));
  console.log(`Saved ${content.name} version ${saved.version} in ${saved.path}`);
  console.log("Model trained and saved successfully.");
});

runCommand(command.parseAsync());
