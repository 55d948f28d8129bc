import type { FeatureSet } from "../features";
import type { Model } from "../model";
import { NO_PINS, type Pins } from "./pins";

/** Which model a caller asks for; without a version, the pinned one of that name, or else its newest. */
export interface ModelSelection {
  readonly name: string;
  readonly version?: number | null | undefined;
}

/** An immutable set of models that are served together. A request keeps the catalogue that it began with. */
export class ModelCatalogue {
  /** By name, then by version, oldest first. */
  readonly models: readonly Model[];
  /** For each pinned name its version. */
  readonly pins: Pins;
  private readonly byTestRmse: readonly Model[];

  constructor(models: Iterable<Model>, { pins = NO_PINS }: { readonly pins?: Pins } = {}) {
    this.pins = pins;
    this.models = [...models].sort(
      (a, b) => compareText(a.file.name, b.file.name) || a.file.version - b.file.version,
    );
    // On equal error the newer version answers.
    this.byTestRmse = this.models
      .filter(({ file }) => (pins.get(file.name) ?? file.version) === file.version)
      .sort((a, b) => a.file.metrics.test.rmse - b.file.metrics.test.rmse || b.file.version - a.file.version);
  }

  /** The model with the best test RMSE among those whose features are all `present`; of a pinned name, the pinned one. */
  best(present: FeatureSet): Model | undefined {
    return this.byTestRmse.find((model) => (model.features & ~present) === 0);
  }

  /** The model that a caller names. */
  find({ name, version }: ModelSelection): Model | undefined {
    const wanted = version ?? this.pins.get(name);
    return this.models.findLast(
      ({ file }) => file.name === name && (wanted === undefined || file.version === wanted),
    );
  }
}

/** By code points, so that the order is the same under every locale. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
