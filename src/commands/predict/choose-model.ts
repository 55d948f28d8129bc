import type { ModelCatalogue, ModelSelection } from "../../../model/catalogue";
import { HousePriceError } from "../../../model/errors";
import { missingFeatures } from "../../../model/features";
import type { Model } from "../../../model/model";
import { findNamedModel } from "../../../model/model-selection";
import type { FeatureColumns } from "./columns";

/**
 * The model that scores a file: the named one, or else the best whose features the file has.
 *
 * @param file - name of the file, for the messages
 * @throws HousePriceError MODEL_UNKNOWN, or COLUMNS_MISSING where the file lacks features of the model
 */
export function chooseModel(
  catalogue: ModelCatalogue,
  selection: ModelSelection | undefined,
  columns: FeatureColumns,
  file: string,
): Model {
  const model = selection
    ? findNamedModel(catalogue, selection)
    : (catalogue.best(columns.present) ?? leastDemanding(catalogue, columns));
  const missing = missingFeatures(model.features, columns.present).map(({ column }) => column);
  if (missing.length === 0) return model;
  throw new HousePriceError(
    "COLUMNS_MISSING",
    `${file} has no column ${missing.join(", ")}, which ${model.id} needs. Its columns are ${columns.names.join(", ")}.${separatorHint(columns)}`,
  );
}

/** The model that lacks the fewest columns: the one to name where no model can answer. */
function leastDemanding({ models }: ModelCatalogue, { present }: FeatureColumns): Model {
  const lacking = (model: Model) => missingFeatures(model.features, present).length;
  return models.reduce((least, model) => (lacking(model) < lacking(least) ? model : least));
}

function separatorHint({ names }: FeatureColumns): string {
  return names.length === 1 && /[;\t|]/.test(names[0]) ? " Cells must be separated by commas." : "";
}
