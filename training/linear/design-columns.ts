import type { TrainingTable } from "../training-table";

/** A column of the regression: a number, or an indicator of a category or of a missing value. */
export interface DesignColumn {
  readonly kind: "number" | "category" | "missing";
  readonly feature: number;
  readonly category?: number;
}

/** The sparse rows of the design matrix: only columns that are not 0. */
export class DesignColumns {
  readonly columns: readonly DesignColumn[];
  /** Value that zero stands for, and step of 1, by column. */
  readonly centres: Float64Array;
  readonly scales: Float64Array;
  /** Position of the missing-value indicator of each number; -1 if there is none. */
  readonly indicators: Int32Array;
  /** Non-zero columns of the row read last, in order. */
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

  /** @returns the number of non-zero columns */
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

interface FeatureColumns {
  readonly feature: number;
  readonly isNumber: boolean;
  readonly first: number;
  /** Position of the missing-value indicator; -1 if there is none. */
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
