import * as v from "valibot";

/**
 * Bounds of a model file, several times what training makes for a table of 150 columns. They keep the time to load a
 * model, its memory, and the time and memory of each predicted row within the budget of docs/MODELS.md.
 */
export const BOUNDS = {
  /** Nesting of arrays and objects. */
  depth: 16,
  /** Values in the file: numbers, texts, arrays and objects. */
  values: 250_000,
  /** Characters of a text. */
  text: 2_000,
  /** Features of a model: columns of a table. */
  features: 1_000,
  /** Columns of the covariance that novelty is measured by: it takes their square of operations for every row. */
  novelty: 50,
  /** Columns of a basis. */
  columns: 20_000,
  /** Blocks of a basis, and so contributions to a prediction. */
  blocks: 500,
  curves: 200,
  /** Knots of a curve, and functions of it. */
  knots: 100,
  /** Centres of radial functions. */
  centres: 2_000,
  /** Lines of a grid of locations, in each direction. */
  gridLines: 256,
  /** Categories of a column that have columns of a basis. */
  categories: 2_000,
  /** Features by which houses are alike. */
  similarFeatures: 20,
  /** Arithmetic operations that one evaluation of a basis takes. */
  operations: 80_000,
  golden: 100,
  /** Other lists: metrics, quantiles, libraries. */
  entries: 200,
} as const;

/** A list with a bound. The number of items is checked before any of them. */
export function list<const Item extends v.GenericSchema>(item: Item, max: number, min = 0) {
  return v.pipe(
    v.array(v.unknown()),
    v.minLength(min, `Expected at least ${min} items`),
    v.maxLength(max, `Expected at most ${max} items`),
    v.array(item),
  );
}

/** A text that is not empty, with a bound. */
export const text = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(BOUNDS.text, `Expected at most ${BOUNDS.text} characters`),
);

const QUOTE = 0x22;
const COMMA = 0x2c;
const OPEN_ARRAY = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/**
 * Counts nesting and values of a JSON text before it is parsed: an array of two bytes takes fifty in memory.
 *
 * @returns which bound the text exceeds; undefined for any text within the bounds, JSON or not
 */
export function findExcess(bytes: Uint8Array): string | undefined {
  let depth = 0;
  let values = 1;
  for (let i = 0; i < bytes.length; i++) {
    switch (bytes[i]) {
      case QUOTE:
        i = endOfString(bytes, i);
        break;
      case OPEN_ARRAY:
      case OPEN_OBJECT:
        values++;
        if (++depth > BOUNDS.depth) return `Expected at most ${BOUNDS.depth} levels of nesting`;
        break;
      case CLOSE_ARRAY:
      case CLOSE_OBJECT:
        depth--;
        break;
      case COMMA:
        values++;
    }
    if (values > BOUNDS.values) return `Expected at most ${BOUNDS.values} values`;
  }
  return undefined;
}

/** Position of the quote that ends the string that begins at `start`. */
function endOfString(bytes: Uint8Array, start: number): number {
  let i = start + 1;
  while (i < bytes.length && bytes[i] !== QUOTE) i += bytes[i] === BACKSLASH ? 2 : 1;
  return i;
}
