import { HousePriceError } from "../model/errors";
import { newestOf } from "../model/registry/ranking";
import { loadModels } from "../model/registry/version-reader";
import { findTableDifference } from "../model/table/same-table";
import type { Table } from "../model/table/table";

/**
 * Refuses to train a model for a directory whose models are of another table: a server could serve only one of the two.
 *
 * @param directory - where the model is to be saved
 * @throws HousePriceError MODEL_OF_ANOTHER_TABLE, naming the first difference
 */
export async function refuseOtherTable(directory: string, table: Table): Promise<void> {
  const model = newestOf((await loadModels(directory)).models);
  const difference = model && findTableDifference(model.table, table);
  if (difference === undefined) return;
  throw new HousePriceError(
    "MODEL_OF_ANOTHER_TABLE",
    `${directory} has models of another table, such as ${model?.id}: ${difference}. Set --out to another directory, or remove those models first.`,
  );
}
