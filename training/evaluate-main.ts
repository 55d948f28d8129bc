import { reportError, runCommand } from "../model/command-line";
import { findNamedModel } from "../model/registry/model-selection";
import { ModelRegistry } from "../model/registry/registry";
import { evaluationCommand } from "./evaluate-options";
import { evaluateSaved } from "./evaluate-saved";
import { formatEvaluation } from "./evaluation-report";

/** `npm run evaluate`. */
const command = evaluationCommand(async ({ model: selection, data, cv, modelDir, modelPin }) => {
  const registry = await ModelRegistry.open(modelDir, {
    pins: modelPin,
    observer: { refused: ({ error }) => reportError(error) },
  });
  const model = findNamedModel(registry.current, selection);
  const evaluation = await evaluateSaved(model, data, { crossValidation: cv });
  console.log(`${model.id} on ${data}`);
  console.log(formatEvaluation(evaluation));
});

runCommand(command.parseAsync());
