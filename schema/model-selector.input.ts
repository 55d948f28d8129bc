import { Field, InputType, Int } from "type-graphql";
import { type FeatureSet, missingFeatures } from "../model/features";
import type { Model } from "../model/model";
import type { ModelCatalogue, ModelSelection } from "../model/registry/catalogue";
import { InputProblem, InvalidInputError } from "./invalid-input.error";
import { ModelUnavailableError } from "./model-unavailable.error";

@InputType({ description: "Which model answers." })
export class ModelSelector implements ModelSelection {
  @Field(() => String, { description: "The model's name, such as `linear`." })
  name!: string;

  @Field(() => Int, {
    nullable: true,
    description: "Its version; without one, the version that the name is pinned to, or else its newest.",
  })
  version?: number | null;
}

/**
 * The model that a caller asks for; where none is named, the one with the best test RMSE among those whose features
 * are all `present`. Where there is no such model, what is wrong.
 *
 * @throws ModelUnavailableError where there is no model at all
 */
export function findModel(
  catalogue: ModelCatalogue,
  selector: ModelSelection | null | undefined,
  present: FeatureSet,
): Model | InputProblem {
  if (catalogue.models.length === 0) throw new ModelUnavailableError();
  if (!selector) {
    const best = catalogue.best(present);
    if (best) return best;
    const message = `No model answers with these features alone. There are ${listModels(catalogue)}.`;
    return new InputProblem(message, [{ path: "input", message }]);
  }
  const named = catalogue.find(selector);
  if (named) return named;
  const asked = selector.version == null ? selector.name : `${selector.name}@${selector.version}`;
  const message = `There is no model ${asked}. There are ${listModels(catalogue)}.`;
  return new InputProblem(message, [{ path: "model", message }]);
}

/**
 * The same, for those who have nothing to answer without a model.
 *
 * @throws InvalidInputError where there is no such model
 * @throws ModelUnavailableError where there is no model at all
 */
export function selectModel(
  catalogue: ModelCatalogue,
  selector: ModelSelection | null | undefined,
  present: FeatureSet,
): Model {
  const found = findModel(catalogue, selector, present);
  if (found instanceof InputProblem) throw new InvalidInputError(found.message, found.fields);
  return found;
}

/** What is wrong where the input lacks a feature that the model needs. */
export function findMissingFeatures(
  model: Model,
  present: FeatureSet,
  path: string,
): InputProblem | undefined {
  if ((model.features & ~present) === 0) return undefined;
  const missing = missingFeatures(model.features, present);
  return new InputProblem(
    `${model.id} also needs ${missing.map((feature) => feature.key).join(", ")}.`,
    missing.map(({ key, description, unit }) => ({
      path: `${path}.${key}`,
      message: `${model.id} needs ${key}: ${description}, in ${unit}.`,
    })),
  );
}

/** Most models that a message lists: each row of a batch may have one. */
const MAX_LISTED = 10;

function listModels({ models }: ModelCatalogue): string {
  const listed = models.slice(0, MAX_LISTED).map((model) => model.id);
  const others = models.length - listed.length;
  return others > 0 ? `${listed.join(", ")} and ${others} more` : listed.join(", ");
}
