import { HousePriceError } from "../model/errors";
import { loadCatalogue } from "../model/load-catalogue";
import { findNamedModel } from "../model/model-selection";
import { evaluationCommand } from "./evaluate-options";
import { evaluateSaved } from "./evaluate-saved";
import { formatEvaluation } from "./evaluation-report";

/** `npm run evaluate`. */
const command = evaluationCommand(async ({ model: selection, data, cv, modelDir }) => {
  const catalogue = await loadCatalogue(modelDir, reportError);
  const model = findNamedModel(catalogue, selection);
  const evaluation = await evaluateSaved(model, data, { crossValidation: cv });
  console.log(`${model.id} on ${data}`);
  console.log(formatEvaluation(evaluation));
});

function reportError({ code, message }: HousePriceError): void {
  console.error(`${code}: ${message}`);
}

command.parseAsync().catch((error: unknown) => {
  if (!(error instanceof HousePriceError)) throw error;
  reportError(error);
  process.exitCode = 1;
});
