import type { TopLevelSpec } from "vega-lite";

/** A picture of a model card. */
export interface Figure {
  /** Name of the file beside `card.md`; lower case, so that it means the same on every file system. */
  readonly file: `${string}.svg`;
  readonly heading: string;
  /** How to read the picture, and what it shows: for those who see it, and for those who do not. */
  readonly caption: string;
  readonly spec: TopLevelSpec;
}
