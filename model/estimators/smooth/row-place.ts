/** Position of the row read last. */
export interface RowPlace {
  rows: Float64Array;
  offset: number;
}
