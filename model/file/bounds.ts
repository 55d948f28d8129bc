import * as v from "valibot";

/**
 * Bounds of a model file, several times what training produces for a table of 150 columns. They keep load time, memory and the cost per
 * predicted row within the budget of docs/MODELS.md.
 */
export const BOUNDS = {
  depth: 16,
  /** Total number of values: numbers, texts, arrays and objects. */
  values: 250_000,
  /** Length in characters. */
  text: 2_000,
  features: 1_000,
  /** Columns of the novelty covariance, which takes a quadratic number of operations per row. */
  novelty: 50,
  columns: 20_000,
  /** Blocks of a basis, hence contributions to a prediction. */
  blocks: 500,
  curves: 200,
  knots: 100,
  centres: 2_000,
  /** Per direction. */
  gridLines: 256,
  /** Categories of a column with their own basis columns. */
  categories: 2_000,
  similarFeatures: 20,
  /** Arithmetic operations to evaluate a basis. */
  operations: 80_000,
  golden: 100,
  /** Other lists: metrics, quantiles, libraries. */
  entries: 200,
} as const;

/** A bounded list; its length is checked before its items. */
export function list<const Item extends v.GenericSchema>(item: Item, max: number, min = 0) {
  return v.pipe(
    v.array(v.unknown()),
    v.minLength(min, `Expected at least ${min} items`),
    v.maxLength(max, `Expected at most ${max} items`),
    v.array(item),
  );
}

/** A non-empty, bounded text. */
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
 * Counts nesting and values of JSON text before parsing: an array of two bytes takes fifty in memory.
 *
 * @returns the exceeded bound, if any
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

/** Position of the closing quote of the string at `start`. */
function endOfString(bytes: Uint8Array, start: number): number {
  let i = start + 1;
  while (i < bytes.length && bytes[i] !== QUOTE) i += bytes[i] === BACKSLASH ? 2 : 1;
  return i;
}
