import { isAcceptable } from "./domain";
import type { TableSchema } from "./schema-format";
import { columnsOf, findTarget, type TableColumn } from "./table-column";

/** Values by API name. A category is its position, a date is in days. */
export interface FeatureValues {
  readonly [apiName: string]: number | null | undefined;
}

export interface Location {
  readonly latitude: number;
  readonly longitude: number;
}

/**
 * The features and target of a model, and the layout of rows: a row is a `Float64Array` of {@link width} values in the order of {@link
 * features}, `NaN` for missing. Rows are stored consecutively in one array.
 */
export class Table {
  /** In the order of the schema, including the location. */
  readonly features: readonly TableColumn[];
  readonly target: TableColumn;
  /** Undefined for a table without location. */
  readonly location: Location | undefined;
  private readonly positions: ReadonlyMap<string, number>;
  /** Values for absent inputs: `NaN`, or the category that missing stands for. */
  private readonly absent: Float64Array;

  /** @param schema - validated by `checkTableSchema` */
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

  get width(): number {
    return this.features.length;
  }

  /** Position by column name, or -1. */
  indexOf(name: string): number {
    return this.positions.get(name) ?? -1;
  }

  /** A row without any input. */
  emptyRow(): Float64Array {
    return this.absent.slice();
  }

  /** Consecutive rows without any input. */
  emptyRows(count: number): Float64Array<ArrayBuffer> {
    const rows = new Float64Array(count * this.width);
    for (let offset = 0; offset < rows.length; offset += this.width) rows.set(this.absent, offset);
    return rows;
  }

  writeRow(values: FeatureValues, rows: Float64Array, offset = 0): void {
    const { features, absent } = this;
    for (let i = 0; i < features.length; i++) rows[offset + i] = values[features[i].apiName] ?? absent[i];
  }

  isRowInDomain(rows: Float64Array, offset = 0): boolean {
    const { features } = this;
    for (let i = 0; i < features.length; i++) {
      const value = rows[offset + i];
      if (!Number.isNaN(value) && !isAcceptable(value, features[i].domain)) return false;
    }
    return true;
  }

  missingAmong(positions: ArrayLike<number>, rows: Float64Array, offset = 0): TableColumn[] {
    return Array.from(positions)
      .filter((position) => Number.isNaN(rows[offset + position]))
      .map((position) => this.features[position]);
  }
}

export function hasAll(positions: Int32Array, rows: Float64Array, offset = 0): boolean {
  for (let i = 0; i < positions.length; i++) if (Number.isNaN(rows[offset + positions[i]])) return false;
  return true;
}
