/** Where the row is that was read last. */
export interface RowPlace {
  rows: Float64Array;
  offset: number;
}
