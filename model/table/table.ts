import { isAcceptable } from "./domain";
import type { TableSchema } from "./schema-format";
import { columnsOf, findTarget, type TableColumn } from "./table-column";

/** Values of features by their API names. A category is its position among those of its column, a date is in days. */
export interface FeatureValues {
  readonly [apiName: string]: number | null | undefined;
}

/** Positions of the two columns that tell where a house is. */
export interface Location {
  readonly latitude: number;
  readonly longitude: number;
}

/**
 * The table of houses that a model was made from: its features, its target, and the layout of a row.
 *
 * A row is a `Float64Array` of {@link width} values in the order of {@link features}, `NaN` where a value is absent. Many rows are
 * one array, row after row.
 */
export class Table {
  /** The columns of a row, in the order of the schema: the features, and the location. */
  readonly features: readonly TableColumn[];
  readonly target: TableColumn;
  /** Undefined for a table that does not tell where its houses are. */
  readonly location: Location | undefined;
  private readonly positions: ReadonlyMap<string, number>;
  /** What a row has where no value is given: the category that stands for it, or `NaN`. */
  private readonly absent: Float64Array;

  /** @param schema - a schema that `checkTableSchema` has checked */
  constructor(readonly schema: TableSchema) {
    const columns = columnsOf(schema);
    this.features = columns.filter(({ role }) => role !== "target" && role !== "ignored");
    this.target = findTarget(columns);
    this.positions = new Map(this.features.map(({ name }, position) => [name, position]));
    this.absent = Float64Array.from(this.features, ({ categories = [], missingCategory }) =>
      missingCategory === undefined ? Number.NaN : categories.indexOf(missingCategory),
    );
    const latitude = this.features.findIndex(({ role }) => role === "latitude");
    const longitude = this.features.findIndex(({ role }) => role === "longitude");
    this.location = latitude === -1 ? undefined : { latitude, longitude };
  }

  /** Number of values in a row. */
  get width(): number {
    return this.features.length;
  }

  /** Position of a feature in a row, by the name of its column; -1 where there is no such feature. */
  indexOf(name: string): number {
    return this.positions.get(name) ?? -1;
  }

  /** A row of which nothing is known: missing values, and the categories that stand for them. */
  emptyRow(): Float64Array {
    return this.absent.slice();
  }

  /** Writes `values` into `rows` as the row that begins at `offset`. */
  writeRow(values: FeatureValues, rows: Float64Array, offset = 0): void {
    const { features, absent } = this;
    for (let i = 0; i < features.length; i++) rows[offset + i] = values[features[i].apiName] ?? absent[i];
  }

  /** Whether each value that the row carries is acceptable for its feature. */
  isRowInDomain(rows: Float64Array, offset = 0): boolean {
    const { features } = this;
    for (let i = 0; i < features.length; i++) {
      const value = rows[offset + i];
      if (!Number.isNaN(value) && !isAcceptable(value, features[i].domain)) return false;
    }
    return true;
  }

  /** The features at `positions` that the row lacks. */
  missingAmong(positions: ArrayLike<number>, rows: Float64Array, offset = 0): TableColumn[] {
    return Array.from(positions)
      .filter((position) => Number.isNaN(rows[offset + position]))
      .map((position) => this.features[position]);
  }
}

/** Whether the row carries a value for each feature at `positions`. */
export function hasAll(positions: Int32Array, rows: Float64Array, offset = 0): boolean {
  for (let i = 0; i < positions.length; i++) if (Number.isNaN(rows[offset + positions[i]])) return false;
  return true;
}
