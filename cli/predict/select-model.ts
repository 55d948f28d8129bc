import type { Model } from "../../model/model";
import type { ModelCatalogue, ModelSelection } from "../../model/registry/catalogue";
import { selectModel } from "../../model/registry/model-selection";
import { type Header, refuseMissingColumns } from "../../model/table/header";

/**
 * Returns the named model, or else the default for rows with the columns of the file.
 *
 * @param header - of the file, read with the table's features in order
 * @throws HousePriceError MODEL_UNKNOWN, or COLUMNS_MISSING if the file lacks features of the model
 */
export function selectModelForFile(
  catalogue: ModelCatalogue,
  selection: ModelSelection | undefined,
  header: Header,
): Model {
  const { table } = catalogue;
  // Only which values are present matters.
  const row = table.emptyRow().map((value, i) => (header.positions[i] === -1 ? value : 0));
  const model = selection
    ? selectModel(catalogue, selection)
    : (catalogue.answering(row) ?? leastDemanding(catalogue, row));
  const missing = new Set(table.missingAmong(model.needed, row));
  const needed = table.features.map((feature) => missing.has(feature));
  refuseMissingColumns(header, table.features, needed, `which ${model.id} needs`);
  return model;
}

/** The model that lacks the fewest columns, named in the error if no model can answer. */
function leastDemanding({ models, table }: ModelCatalogue, row: Float64Array): Model {
  const lacking = (model: Model) => table.missingAmong(model.needed, row).length;
  return models.reduce((least, model) => (lacking(model) < lacking(least) ? model : least));
}
