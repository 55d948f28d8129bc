import { randomUUID } from "node:crypto";
import { isJsonRecord } from "../../schema/json-record";

/** Smaller texts are parsed as a whole. */
const MIN_BYTES = 65_536;

/**
 * Bytes of a piece. V8 keeps a string of more than 128 kB as a large object, which takes as long to allocate as to parse. The objects of
 * a small piece are garbage before V8 moves them.
 */
const PIECE_BYTES = 16_384;

/** Stands for the array in the text around it. No client can guess it. */
const PLACEHOLDER = randomUUID();

/** `{"a":1},` */
const MIN_OBJECT_BYTES = 8;

const [OPENING, CLOSING] = Buffer.from("[]");
const QUOTED_PLACEHOLDER = Buffer.from(`"${PLACEHOLDER}"`);
const COMMA = ",".charCodeAt(0);
const BRACE = "{".charCodeAt(0);
const SPACE = " ".charCodeAt(0);

/** Parses the text of some bytes; undefined if it is not JSON. */
export type Parse = (bytes: Buffer) => unknown;

/**
 * A large JSON text that is mostly one array of objects, as a batch is. Its items are parsed in pieces: a batch of 1,000 rows takes a
 * quarter less time in all than with the whole text as one string, and of a larger one, the rows of a piece can be forgotten before the
 * next is parsed.
 *
 * A cut is at a comma before an opening brace. If that comma is not between two objects of the array, it is inside a string or a
 * nested value, and then the piece that it ends is not valid JSON. So a result is always the right one.
 */
export class ArrayInPieces {
  private constructor(
    /** The parsed text around the array, and `items` in it. */
    readonly around: unknown,
    /** Empty until `announce` or `fill`. */
    readonly items: unknown[],
    /** The array, with its brackets. */
    private readonly list: Buffer,
    private readonly parse: Parse,
  ) {}

  /**
   * @param body - UTF-8
   * @returns undefined if the text is small or not of this form: then it must be parsed as a whole
   */
  static in(body: Buffer, parse: Parse): ArrayInPieces | undefined {
    if (body.length < MIN_BYTES) return undefined;
    const start = body.indexOf("[{");
    const end = body.lastIndexOf("}]");
    const size = end - start;
    if (start === -1 || size < MIN_BYTES || size < body.length / 2) return undefined;
    const text = Buffer.concat([body.subarray(0, start), QUOTED_PLACEHOLDER, body.subarray(end + 2)]);
    const around = parse(text);
    const items: unknown[] = [];
    if (!putBack(items, around)) return undefined;
    return new ArrayInPieces(around, items, body.subarray(start, end + 2), parse);
  }

  /**
   * Gives `items` an empty slot for each opening brace, which are at least as many as there are objects. Stops counting where they are
   * too many for objects with a field each.
   */
  announce(): void {
    const { list } = this;
    const most = list.length / MIN_OBJECT_BYTES;
    let braces = 0;
    for (let i = list.indexOf(BRACE); i !== -1 && braces < most; i = list.indexOf(BRACE, i + 1)) braces++;
    this.items.length = braces;
  }

  /** Parses all items; false if a piece cannot be cut or is not JSON. */
  fill(): boolean {
    this.items.length = 0;
    for (const piece of this.pieces()) {
      if (!piece) return false;
      for (const item of piece) this.items.push(item);
    }
    return true;
  }

  /** Parses one piece after another; the last is undefined if it cannot be cut or is not JSON. */
  *pieces(): Generator<readonly unknown[] | undefined, void> {
    const { list } = this;
    const end = list.length - 1;
    for (let from = 0; from < end; ) {
      const to = end - from <= PIECE_BYTES ? end : findCut(list, from + 1);
      const piece = to === -1 ? undefined : this.parseBetween(from, to);
      if (!Array.isArray(piece)) return yield undefined;
      yield piece;
      from = to;
    }
  }

  /** Parses the bytes between two commas or brackets, which it overwrites with brackets meanwhile instead of copying the bytes. */
  private parseBetween(from: number, to: number): unknown {
    const { list } = this;
    const [before, after] = [list[from], list[to]];
    list[from] = OPENING;
    list[to] = CLOSING;
    const piece = this.parse(list.subarray(from, to + 1));
    list[from] = before;
    list[to] = after;
    return piece;
  }
}

/** The last comma before an opening brace in the piece that begins at `from`; -1 if there is none. */
function findCut(list: Buffer, from: number): number {
  let brace = from + PIECE_BYTES;
  for (;;) {
    brace = list.lastIndexOf("{", brace);
    let before = brace - 1;
    while (before > from && list[before] <= SPACE) before--;
    if (before <= from) return -1;
    if (list[before] === COMMA) return before;
    brace = before;
  }
}

/** Puts the items where the placeholder is: in an object, or in an object in that. */
function putBack(items: unknown[], around: unknown): boolean {
  if (!isJsonRecord(around)) return false;
  for (const holder of [around, ...Object.values(around).filter(isJsonRecord)]) {
    for (const [key, value] of Object.entries(holder)) {
      if (value !== PLACEHOLDER) continue;
      Object.assign(holder, { [key]: items });
      return true;
    }
  }
  return false;
}
