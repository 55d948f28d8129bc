import type { TrainingTable } from "../training-table";

/** A column of the regression: a number, one of its category, or one that tells that a value is missing. */
export interface DesignColumn {
  readonly kind: "number" | "category" | "missing";
  /** Position of the feature in a row. */
  readonly feature: number;
  /** Position of the category. */
  readonly category?: number;
}

/** What a row of a table has in the columns of the regression. Most columns are 0 in most rows, so only the others are told. */
export class DesignColumns {
  readonly columns: readonly DesignColumn[];
  /** Of each column, the value that its zero stands for, and how long a step of 1 is. */
  readonly centres: Float64Array;
  readonly scales: Float64Array;
  /** Position of the column that tells that the number of another column is missing; -1 where none ever is. */
  readonly indicators: Int32Array;
  /** Columns of the row that was read last that are not 0, in order, with their values. */
  readonly found: Int32Array;
  readonly values: Float64Array;

  private readonly features: readonly FeatureColumns[];

  constructor(private readonly table: TrainingTable) {
    const columns: DesignColumn[] = [];
    this.features = Array.from(table.features, (feature) => columnsOfFeature(table, feature, columns));
    this.columns = columns;
    this.centres = new Float64Array(columns.length);
    this.scales = new Float64Array(columns.length).fill(1);
    this.indicators = new Int32Array(columns.length).fill(-1);
    for (const { first, missing, isNumber, centre, scale } of this.features) {
      if (!isNumber) continue;
      this.centres[first] = centre;
      this.scales[first] = scale;
      this.indicators[first] = missing;
    }
    this.found = new Int32Array(2 * this.features.length);
    this.values = new Float64Array(2 * this.features.length);
  }

  /** Reads a row. @returns the number of its columns that are not 0 */
  read(row: number): number {
    const { rows, table } = this.table;
    const { found, values } = this;
    const offset = row * table.width;
    let count = 0;
    for (const { feature, first, missing, isNumber, centre, scale } of this.features) {
      const value = rows[offset + feature];
      if (Number.isNaN(value)) {
        if (missing === -1) continue;
        found[count] = missing;
        values[count++] = 1;
      } else if (isNumber) {
        found[count] = first;
        values[count++] = (value - centre) / scale;
      } else if (value >= 0) {
        found[count] = first + value;
        values[count++] = 1;
      }
    }
    return count;
  }
}

/** The columns of one feature. */
interface FeatureColumns {
  readonly feature: number;
  readonly isNumber: boolean;
  /** Position of the number, or of the first category. */
  readonly first: number;
  /** Position of the column that tells that the value is missing; -1 where none is. */
  readonly missing: number;
  readonly centre: number;
  readonly scale: number;
}

function columnsOfFeature(
  { table, rows, target }: TrainingTable,
  feature: number,
  columns: DesignColumn[],
): FeatureColumns {
  const { kind, categories = [] } = table.features[feature];
  const first = columns.length;
  const isNumber = kind !== "category";
  if (isNumber) columns.push({ kind: "number", feature });
  else for (const category of categories.keys()) columns.push({ kind: "category", feature, category });
  const { missing, mean, deviation } = measure(rows, table.width, feature, target.length);
  if (missing > 0) columns.push({ kind: "missing", feature });
  return {
    feature,
    isNumber,
    first,
    missing: missing > 0 ? columns.length - 1 : -1,
    centre: mean,
    scale: deviation > 0 ? deviation : 1,
  };
}

function measure(rows: Float64Array, width: number, feature: number, count: number) {
  let sum = 0;
  let missing = 0;
  for (let i = 0; i < count; i++) {
    const value = rows[i * width + feature];
    if (Number.isNaN(value)) missing++;
    else sum += value;
  }
  const mean = missing < count ? sum / (count - missing) : 0;
  let squares = 0;
  for (let i = 0; i < count; i++) {
    const value = rows[i * width + feature];
    if (!Number.isNaN(value)) squares += (value - mean) ** 2;
  }
  return { missing, mean, deviation: Math.sqrt(squares / Math.max(count - missing, 1)) };
}
