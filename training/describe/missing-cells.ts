import type { ColumnProfile } from "./column-profile";
import type { ColumnType } from "./column-type";
import { isNullWord } from "./missing-words";

/** The missing cells of a column. */
export interface MissingCells {
  readonly count: number;
  /** Missing-value words found, without the empty cell. */
  readonly words: readonly string[];
  /** For categories: the one that missing values stand for, which is the most frequent word, or the empty text. */
  readonly category: string | undefined;
}

/**
 * Finds missing cells. For numbers and dates, any missing-value word counts. For categories, words such as `None` may be categories,
 * while `NA` means missing.
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
