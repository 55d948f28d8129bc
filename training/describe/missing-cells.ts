import type { ColumnProfile } from "./column-profile";
import type { ColumnType } from "./column-type";
import { isNullWord } from "./missing-words";

/** The cells of a column that have no value. */
export interface MissingCells {
  readonly count: number;
  /** The words in them, but for the empty cell. */
  readonly words: readonly string[];
  /** Of a column of categories, the one that all of them stand for: the commonest word, or the empty text. */
  readonly category: string | undefined;
}

/**
 * Finds the missing cells of a column. Where values are numbers or dates, any word for a missing value is one; of
 * categories, words such as `None` may be a category like the others, and `NA` means the same as an empty cell.
 */
export function missingCellsOf(
  { empty, missingWords, declaredWords }: ColumnProfile,
  { type }: ColumnType,
): MissingCells {
  const isText = type === "category" || type === "empty";
  const own = [...missingWords].filter(([word]) => !isText || isNullWord(word));
  const all = [...declaredWords, ...own];
  const count = all.reduce((sum, [, cells]) => sum + cells, empty);
  const [commonest] = own.toSorted((one, other) => other[1] - one[1]);
  return {
    count,
    words: all.map(([word]) => word).toSorted(),
    category: type === "category" && count > 0 ? (commonest?.[0] ?? "") : undefined,
  };
}
