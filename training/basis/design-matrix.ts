import { Basis } from "../../model/estimators/basis/basis";
import type { BasisData } from "../../model/estimators/basis/basis-format";
import type { TrainingTable } from "../training-table";

/** The columns of a basis for the rows of a table: Φ, whose first column is the constant 1. */
export class DesignMatrix {
  readonly rows: number;
  readonly columns: number;
  /** Row after row. */
  readonly values: Float64Array;
  readonly basis: Basis;

  constructor(table: TrainingTable, data: BasisData) {
    this.basis = new Basis(data, table.table);
    this.rows = table.target.length;
    this.columns = 1 + this.basis.size;
    this.values = new Float64Array(this.rows * this.columns);
    for (let i = 0; i < this.rows; i++) {
      this.values[i * this.columns] = 1;
      this.basis.evaluate(table.rows, i * table.table.width, this.values, i * this.columns + 1);
    }
  }

  /** (Φ·weights) of one row. */
  predict(row: number, weights: Float64Array): number {
    const start = row * this.columns;
    let sum = 0;
    for (let j = 0; j < this.columns; j++) sum += weights[j] * this.values[start + j];
    return sum;
  }

  /** Φᵀ·target over the rows that are taken. */
  project(target: Float64Array, isTaken: (row: number) => boolean): Float64Array {
    const { columns, values } = this;
    const sums = new Float64Array(columns);
    for (let i = 0; i < this.rows; i++) {
      if (!isTaken(i)) continue;
      const start = i * columns;
      for (let j = 0; j < columns; j++) sums[j] += values[start + j] * target[i];
    }
    return sums;
  }
}
