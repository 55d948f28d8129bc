import type { Model } from "../model";
import type { Table } from "../table/table";
import { type Answering, DefaultChoice } from "./default-choice";
import { NO_PINS, type Pins } from "./pins";
import { newestOf } from "./ranking";

/** Which model a caller asks for; without a version, the pinned one of that name, or else its newest. */
export interface ModelSelection {
  readonly name: string;
  readonly version?: number | null | undefined;
}

export interface CatalogueOptions {
  readonly pins?: Pins;
  /** The table that all models are of; without it, that of the model that was trained last. */
  readonly table?: Table | undefined;
}

/** An immutable set of models that are served together. A request keeps the catalogue that it began with. */
export class ModelCatalogue {
  /** By name, then by version, oldest first. */
  readonly models: readonly Model[];
  /** For each pinned name its version. */
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

  /** The table that all models are of, and the layout of the rows that they read. */
  get table(): Table {
    if (!this.ownTable) throw new TypeError("A catalogue without models has no table of its own.");
    return this.ownTable;
  }

  /** The model that answers the row that begins at `offset`, where the caller names none. */
  answering(rows: Float64Array, offset = 0): Model | undefined {
    return this.choice.answering(rows, offset);
  }

  /** The model that answers an input with all that the table has. */
  get best(): Model | undefined {
    return this.ownTable && this.answering(new Float64Array(this.ownTable.width));
  }

  /** The model that answers an input with all that the table requires, or else one with all that the table has. */
  get byDefault(): Model | undefined {
    if (!this.ownTable) return undefined;
    const { features } = this.ownTable;
    const required = Float64Array.from(features, (feature) => (feature.required ? 0 : Number.NaN));
    return this.answering(required) ?? this.best;
  }

  /** When a model answers, and why. */
  explain(model: Model): Answering {
    return this.choice.explain(model);
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
