import { HousePriceError } from "../errors";
import { MODEL_NAME } from "../file/format";
import type { Model } from "../model";
import type { ModelCatalogue, ModelSelection } from "./catalogue";

/** Parses `linear` or `linear@2`; otherwise undefined. */
export function parseModelSelection(text: string): ModelSelection | undefined {
  const [, name = "", version] = /^([^@]+)(?:@([1-9][0-9]{0,8}))?$/.exec(text) ?? [];
  if (!MODEL_NAME.test(name)) return undefined;
  return version === undefined ? { name } : { name, version: Number(version) };
}

/**
 * Finds the model named on a command line.
 *
 * @throws HousePriceError MODEL_UNKNOWN, listing the available models
 */
export function selectModel(catalogue: ModelCatalogue, selection: ModelSelection): Model {
  const model = catalogue.find(selection);
  if (model) return model;
  const { name, version } = selection;
  const asked = version == null ? name : `${name}@${version}`;
  const known = catalogue.models.map(({ id }) => id).join(", ");
  throw new HousePriceError("MODEL_UNKNOWN", `There is no model ${asked}. Available: ${known}.`);
}
