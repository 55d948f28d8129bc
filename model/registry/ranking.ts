import type { ModelFile } from "../file/format";
import type { Model } from "../model";

/**
 * Ranks models: those that learned from the same data as the newest come first, by cross-validated RMSE, since an error on other
 * data says nothing of them; the others follow by their own. On equal error the newer one comes first.
 */
export function rank(models: readonly Model[]): Model[] {
  const newest = newestOf(models);
  const isOnOtherData = (model: Model) =>
    Number(model.file.trainingData.sha256 !== newest?.file.trainingData.sha256);
  return [...models].sort(
    (a, b) =>
      isOnOtherData(a) - isOnOtherData(b) ||
      crossValidatedRmse(a) - crossValidatedRmse(b) ||
      trainedAt(b.file) - trainedAt(a.file) ||
      b.file.version - a.file.version,
  );
}

/** Mean RMSE of the random folds; a model that was not cross-validated has the one of its test rows. */
export function crossValidatedRmse({ file: { metrics } }: Model): number {
  return metrics.crossValidation.find(({ folds }) => folds === "random")?.rmse ?? metrics.test.rmse;
}

/** The model that was trained last; of several, the last of them. */
export function newestOf(models: readonly Model[]): Model | undefined {
  return models.reduce<Model | undefined>(
    (latest, model) => (latest && trainedAt(latest.file) > trainedAt(model.file) ? latest : model),
    undefined,
  );
}

function trainedAt(file: ModelFile): number {
  return Date.parse(file.trainedAt);
}
