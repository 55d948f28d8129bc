import { HousePriceError } from "../model/errors";
import type { Model } from "../model/model";
import { listVersions, loadVersion } from "../model/registry/model-directory";
import { newestOf } from "../model/registry/ranking";
import { findTableDifference } from "../model/table/same-table";
import type { Table } from "../model/table/table";

/**
 * Refuses to train into a directory with models of another table, which one server could not serve together.
 *
 * @param directory - where the model is to be saved
 * @throws HousePriceError MODEL_OF_ANOTHER_TABLE, naming the first difference
 */
export async function refuseOtherTable(directory: string, table: Table): Promise<void> {
  const model = newestOf(await newestPerName(directory));
  const difference = model && findTableDifference(model.table, table);
  if (difference === undefined) return;
  throw new HousePriceError(
    "MODEL_OF_ANOTHER_TABLE",
    `${directory} has models of another table, such as ${model?.id}: ${difference}. Set --out to another directory, or remove those models first.`,
  );
}

/** Of each name the newest version that can be read. Older ones are of the same table, and reading each takes its time. */
async function newestPerName(directory: string): Promise<Model[]> {
  const { folders } = await listVersions(directory);
  const newest = new Map<string, Model>();
  for (const folder of folders.toReversed()) {
    if (newest.has(folder.name)) continue;
    const model = await loadVersion(folder).catch(skipRefused);
    if (model) newest.set(folder.name, model);
  }
  return [...newest.values()].reverse();
}

/** The server refuses a broken version as well, and serves the others. */
function skipRefused(error: unknown): undefined {
  if (!(error instanceof HousePriceError)) throw error;
}
