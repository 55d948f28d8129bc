import type { FeatureSet } from "./features";
import type { Model } from "./model";

/** Which model a caller asks for; without a version, the newest of that name. */
export interface ModelSelection {
  readonly name: string;
  readonly version?: number | null | undefined;
}

/** An immutable set of models that are served together. A request keeps the catalogue that it began with. */
export class ModelCatalogue {
  /** By name, then by version, oldest first. */
  readonly models: readonly Model[];
  private readonly byTestRmse: readonly Model[];

  constructor(models: Iterable<Model>) {
    this.models = [...models].sort(
      (a, b) => compareText(a.file.name, b.file.name) || a.file.version - b.file.version,
    );
    // On equal error the newer version answers.
    this.byTestRmse = [...this.models].sort(
      (a, b) => a.file.metrics.test.rmse - b.file.metrics.test.rmse || b.file.version - a.file.version,
    );
  }

  /** The model with the best test RMSE among those whose features are all `present`. */
  best(present: FeatureSet): Model | undefined {
    return this.byTestRmse.find((model) => (model.features & ~present) === 0);
  }

  /** The model that a caller names. */
  find({ name, version }: ModelSelection): Model | undefined {
    return this.models.findLast(
      (model) => model.file.name === name && (version == null || model.file.version === version),
    );
  }
}

/** By code points, so that the order is the same under every locale. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
