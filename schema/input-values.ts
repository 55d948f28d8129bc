import { isMissing } from "../model/table/column";
import { UNKNOWN_CATEGORY } from "../model/table/raw-value";
import type { Table } from "../model/table/table";

/** An input as coerced by GraphQL, by API name: an enum category is its position, a date is in days, other categories are texts. */
export interface InputValues {
  readonly [apiName: string]: number | boolean | string | null | undefined;
}

export class InputRows {
  readonly width: number;
  private readonly names: readonly string[];
  /** Values for absent inputs: `NaN`, or the category that missing stands for. */
  private readonly absent: Float64Array;

  constructor(private readonly table: Table) {
    const { features, width } = table;
    this.width = width;
    this.names = features.map(({ apiName }) => apiName);
    this.absent = table.emptyRow();
  }

  /** Encodes inputs as consecutive rows. */
  from(inputs: readonly InputValues[]): Float64Array {
    const rows = new Float64Array(inputs.length * this.width);
    for (let i = 0; i < inputs.length; i++) this.write(inputs[i], rows, i * this.width);
    return rows;
  }

  private write(input: InputValues, rows: Float64Array, offset: number): void {
    const { names, absent } = this;
    for (let i = 0; i < names.length; i++) {
      const value = input[names[i]];
      rows[offset + i] =
        typeof value === "number" ? value : value == null ? absent[i] : this.valueOf(i, value);
    }
  }

  private valueOf(position: number, value: boolean | string): number {
    if (typeof value === "boolean") return Number(value);
    const column = this.table.features[position];
    const category = column.type.parse(value);
    if (!Number.isNaN(category)) return category;
    return isMissing(column, value.trim()) ? Number.NaN : UNKNOWN_CATEGORY;
  }
}
