import { ModelCatalogue } from "./catalogue";
import { HousePriceError } from "./errors";
import { loadModels } from "./model-directory";

/**
 * The proven models under `directory`, for a command that runs once.
 *
 * @param onRefused - told why a model is broken, for each that is
 * @throws HousePriceError NO_MODEL where none is proven
 */
export async function loadCatalogue(
  directory: string,
  onRefused: (error: HousePriceError) => void,
): Promise<ModelCatalogue> {
  const { models, refused } = await loadModels(directory);
  for (const { error } of refused) onRefused(error);
  if (models.length === 0) throw noModel(directory);
  return new ModelCatalogue(models);
}

export function noModel(directory: string): HousePriceError {
  return new HousePriceError(
    "NO_MODEL",
    `There is no model in ${directory}: train one by "npm run train -- --out ${directory}", or name another directory by --model-dir.`,
  );
}
