import type { TopLevelSpec } from "vega-lite";

export interface Figure {
  /** File name beside `card.md`; lower case, for case-insensitive file systems. */
  readonly file: `${string}.svg`;
  readonly heading: string;
  /** How to read the figure and what it shows, also as alternative text. */
  readonly caption: string;
  readonly spec: TopLevelSpec;
}
