/** Whether a path is that of a Parquet file, by its ending. */
export function isParquet(path: string): boolean {
  return PARQUET_ENDING.test(path);
}

const PARQUET_ENDING = /\.parquet$/i;
