import type { RowPlace } from "../row-place";
import type { Block } from "./block";

/** Indicator of a missing value, minus its mean over the training rows. */
export function missingBlock(row: RowPlace, position: number, share: number, label: string): Block {
  const indicator = () => (Number.isNaN(row.rows[row.offset + position]) ? 1 : 0) - share;
  return {
    size: 1,
    features: [position],
    label,
    write(columns, start) {
      columns[start] = indicator();
    },
    weigh([weight]) {
      return () => weight * indicator();
    },
  };
}
