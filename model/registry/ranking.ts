import type { ModelFile } from "../file/format";
import type { Model } from "../model";

/**
 * Ranks models by cross-validated RMSE. Models trained on the same data as the newest come first, since errors on different data are not
 * comparable. Ties go to the newer model.
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

/** Mean RMSE of the random folds, or the test RMSE without cross-validation. */
export function crossValidatedRmse({ file: { metrics } }: Model): number {
  return metrics.crossValidation.find(({ folds }) => folds === "random")?.rmse ?? metrics.test.rmse;
}

/** The model trained last; of equals, the last in order. */
export function newestOf(models: readonly Model[]): Model | undefined {
  return models.reduce<Model | undefined>(
    (latest, model) => (latest && trainedAt(latest.file) > trainedAt(model.file) ? latest : model),
    undefined,
  );
}

function trainedAt(file: ModelFile): number {
  return Date.parse(file.trainedAt);
}
