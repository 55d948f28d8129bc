import { FEATURE_COLUMNS, type FeatureSet, featureColumnsOf, missingFeatures } from "../../model/features";
import type { Model } from "../../model/model";
import type { ModelCatalogue, ModelSelection } from "../../model/registry/catalogue";
import { findNamedModel } from "../../model/registry/model-selection";
import { type Header, refuseMissingColumns } from "../../model/table/header";

/**
 * The model that scores a file: the named one, or else the best whose features the file has.
 *
 * @throws HousePriceError MODEL_UNKNOWN, or COLUMNS_MISSING where the file lacks features of the model
 */
export function chooseModel(
  catalogue: ModelCatalogue,
  selection: ModelSelection | undefined,
  header: Header,
): Model {
  const present = featuresIn(header);
  const model = selection
    ? findNamedModel(catalogue, selection)
    : (catalogue.best(present) ?? leastDemanding(catalogue, present));
  refuseMissingColumns(header, FEATURE_COLUMNS, featureColumnsOf(model.features), `which ${model.id} needs`);
  return model;
}

/** The features that a file has. */
function featuresIn({ positions }: Header): FeatureSet {
  return FEATURE_COLUMNS.reduce((set, _, i) => (positions[i] === -1 ? set : set | (1 << i)), 0);
}

/** The model that lacks the fewest columns: the one to name where no model can answer. */
function leastDemanding({ models }: ModelCatalogue, present: FeatureSet): Model {
  const lacking = (model: Model) => missingFeatures(model.features, present).length;
  return models.reduce((least, model) => (lacking(model) < lacking(least) ? model : least));
}
