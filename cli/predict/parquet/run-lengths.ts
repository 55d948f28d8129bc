/**
 * Checks values in Parquet's hybrid of run lengths and packed bits: no run may have more values than the page that it is
 * in. The library would write them all, up to a billion for a few bytes.
 *
 * @param width - bits of a value
 * @param count - values that the page has
 * @throws RangeError
 * @see https://parquet.apache.org/docs/file-format/data-pages/encodings/#RLE
 */
export function checkRuns(bytes: Uint8Array, width: number, count: number): void {
  if (width > MAX_WIDTH) throw new RangeError(`it has values of ${width} bits`);
  let at = 0;
  for (let seen = 0; seen < count && at < bytes.length; ) {
    const run = readVarInt(bytes, at);
    at = run.end;
    const packed = (run.value & 1) === 1;
    const groups = run.value >>> 1;
    const length = packed ? groups * GROUP : groups;
    // The last group of packed bits is filled up.
    if (length > count + (packed ? GROUP - 1 : 0)) {
      throw new RangeError(`it repeats a value ${length} times in a page of ${count}`);
    }
    seen += length;
    at += packed ? groups * width : Math.ceil(width / 8);
  }
}

/** Values whose bits are packed together. */
const GROUP = 8;

/** Of an index into a dictionary. */
const MAX_WIDTH = 31;

function readVarInt(bytes: Uint8Array, start: number): { readonly value: number; readonly end: number } {
  let value = 0;
  for (let at = start; at < start + MAX_VARINT_BYTES && at < bytes.length; at++) {
    value |= (bytes[at] & 0x7f) << (7 * (at - start));
    if (bytes[at] < 0x80) return { value, end: at + 1 };
  }
  throw new RangeError("the length of a run does not end");
}

const MAX_VARINT_BYTES = 5;
