import { HousePriceError } from "../model/errors";
import { selectModel } from "../model/registry/model-selection";
import { ModelRegistry } from "../model/registry/registry";
import { evaluateSaved } from "../training/evaluate-saved";
import { reportError, runCommand } from "./command-line";
import { evaluationCommand } from "./evaluate/options";
import { formatEvaluation } from "./evaluate/report";

const command = evaluationCommand(async ({ model: selection, data, cv, json, modelDir, modelPin }) => {
  const registry = await ModelRegistry.open(modelDir, {
    pins: modelPin,
    observer: { refused: ({ error }) => reportError(error) },
  });
  const model = selection ? selectModel(registry.current, selection) : registry.current.byDefault;
  if (!model) throw new HousePriceError("MODEL_UNKNOWN", "There is no default model: pass --model.");
  const evaluation = await evaluateSaved(model, data, { crossValidation: cv });
  if (json) {
    console.log(JSON.stringify({ model: model.id, data, ...evaluation }, null, 2));
    return;
  }
  console.log(`${model.id} on ${data}`);
  console.log(formatEvaluation(evaluation));
});

runCommand(command.parseAsync());
