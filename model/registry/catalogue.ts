import type { Model } from "../model";
import type { Table } from "../table/table";
import { type Answering, DefaultChoice } from "./default-choice";
import { NO_PINS, type Pins } from "./pins";
import { newestOf } from "./ranking";

/** The requested model; without a version, the pinned or else the newest one. */
export interface ModelSelection {
  readonly name: string;
  readonly version?: number | null | undefined;
}

export interface CatalogueOptions {
  readonly pins?: Pins;
  /** Table of all models; by default that of the model trained last. */
  readonly table?: Table | undefined;
}

/** An immutable set of models served together. A request keeps the catalogue it began with. */
export class ModelCatalogue {
  /** By name, then version, ascending. */
  readonly models: readonly Model[];
  readonly pins: Pins;
  private readonly ownTable: Table | undefined;
  private readonly choice: DefaultChoice;

  constructor(models: Iterable<Model>, { pins = NO_PINS, table }: CatalogueOptions = {}) {
    this.pins = pins;
    this.models = [...models].sort(
      (a, b) => compareText(a.file.name, b.file.name) || a.file.version - b.file.version,
    );
    this.ownTable = table ?? newestOf(this.models)?.table;
    this.choice = new DefaultChoice(this.models, pins);
  }

  get table(): Table {
    if (!this.ownTable) throw new TypeError("A catalogue without models has no table of its own.");
    return this.ownTable;
  }

  answering(rows: Float64Array, offset = 0): Model | undefined {
    return this.choice.answering(rows, offset);
  }

  /** The model for inputs with all features. */
  get best(): Model | undefined {
    return this.ownTable && this.answering(new Float64Array(this.ownTable.width));
  }

  /** The model for inputs with all required features, or else with all features. */
  get byDefault(): Model | undefined {
    if (!this.ownTable) return undefined;
    const { features } = this.ownTable;
    const required = Float64Array.from(features, (feature) => (feature.required ? 0 : Number.NaN));
    return this.answering(required) ?? this.best;
  }

  explain(model: Model): Answering {
    return this.choice.explain(model);
  }

  find({ name, version }: ModelSelection): Model | undefined {
    const wanted = version ?? this.pins.get(name);
    return this.models.findLast(
      ({ file }) => file.name === name && (wanted === undefined || file.version === wanted),
    );
  }
}

/** By code points, independent of the locale. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
