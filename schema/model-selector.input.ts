import { Field, InputType, Int } from "type-graphql";
import type { Model } from "../model/model";
import type { ModelCatalogue, ModelSelection } from "../model/registry/catalogue";
import { hasAll } from "../model/table/table";
import { InputProblem, InvalidInputError, MAX_PROBLEMS } from "./invalid-input.error";
import { ModelUnavailableError } from "./model-unavailable.error";

@InputType({ description: "Selects a model." })
export class ModelSelector implements ModelSelection {
  @Field(() => String, { description: "The model's name, such as `linear`." })
  name!: string;

  @Field(() => Int, {
    nullable: true,
    description: "Its version (default: the pinned version, or else the newest).",
  })
  version?: number | null;
}

/**
 * Returns the selected model, or by default the best one whose required features the row has; otherwise the problem.
 *
 * @throws ModelUnavailableError if there is no model at all
 */
export function selectModelForRow(
  catalogue: ModelCatalogue,
  selector: ModelSelection | null | undefined,
  rows: Float64Array,
  offset: number,
): Model | InputProblem {
  if (selector) return findNamed(catalogue, selector);
  refuseWithoutModels(catalogue);
  const best = catalogue.answering(rows, offset);
  if (best) return best;
  const message = `No model can predict from these features alone. Available: ${listModels(catalogue)}.`;
  return new InputProblem(message, [{ path: "input", message }]);
}

/**
 * Returns the selected model.
 *
 * @throws InvalidInputError if there is no such model
 * @throws ModelUnavailableError if there is no model at all
 */
export function selectModel(catalogue: ModelCatalogue, selector: ModelSelection): Model {
  const found = findNamed(catalogue, selector);
  if (found instanceof InputProblem) throw new InvalidInputError(found.message, found.fields);
  return found;
}

/**
 * Returns the default model.
 *
 * @throws ModelUnavailableError if there is no model at all
 */
export function defaultModel(catalogue: ModelCatalogue): Model {
  if (!catalogue.byDefault) throw new ModelUnavailableError();
  return catalogue.byDefault;
}

function refuseWithoutModels({ models }: ModelCatalogue): void {
  if (models.length === 0) throw new ModelUnavailableError();
}

function findNamed(catalogue: ModelCatalogue, selector: ModelSelection): Model | InputProblem {
  refuseWithoutModels(catalogue);
  const named = catalogue.find(selector);
  if (named) return named;
  const asked = selector.version == null ? selector.name : `${selector.name}@${selector.version}`;
  const message = `There is no model ${asked}. Available: ${listModels(catalogue)}.`;
  return new InputProblem(message, [{ path: "model", message }]);
}

export function findMissingFeatures(
  model: Model,
  rows: Float64Array,
  offset: number,
  path: string,
): InputProblem | undefined {
  if (hasAll(model.needed, rows, offset)) return undefined;
  const missing = model.table.missingAmong(model.needed, rows, offset);
  const told = missing.slice(0, MAX_PROBLEMS);
  const others = missing.length - told.length;
  const names = told.map(({ apiName }) => apiName).join(", ");
  return new InputProblem(
    `${model.id} also needs ${names}${others > 0 ? ` and ${others} more features` : ""}.`,
    told.map(({ apiName, label, description = label, unit }) => ({
      path: `${path}.${apiName}`,
      message: `${model.id} needs ${apiName}: ${description}${unit === undefined ? "" : `, in ${unit}`}.`,
    })),
  );
}

/** Each row of a batch may list models. */
const MAX_LISTED = 10;

function listModels({ models }: ModelCatalogue): string {
  const listed = models.slice(0, MAX_LISTED).map((model) => model.id);
  const others = models.length - listed.length;
  return others > 0 ? `${listed.join(", ")} and ${others} more` : listed.join(", ");
}
