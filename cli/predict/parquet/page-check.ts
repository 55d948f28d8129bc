import { MAX_GROUP_BYTES } from "./group-limits";
import type { DataReader, PageHeader } from "./library";
import { checkRuns } from "./run-lengths";

/** A column of a row group, of which each row has a value or none. */
export interface ColumnChunk {
  readonly bytes: ArrayBuffer;
  readonly rows: number;
  readonly isOptional: boolean;
  readonly isBoolean: boolean;
  /** Undefined where pages are not compressed. */
  readonly decompress: ((input: Uint8Array, length: number) => Uint8Array) | undefined;
  readHeader(reader: DataReader): PageHeader;
}

/**
 * Checks the lengths that the pages of a column state, before the library allocates memory and counts loops by them: in a
 * broken file they would keep it busy for ever, or until the memory is used up.
 *
 * @throws RangeError
 */
export function checkPages(chunk: ColumnChunk): void {
  const { bytes, rows, readHeader } = chunk;
  const reader = { view: new DataView(bytes), offset: 0 };
  let seen = 0;
  while (reader.offset < bytes.byteLength) {
    const header = readHeader(reader);
    const { compressed_page_size: size, uncompressed_page_size: length } = header;
    requireCount("bytes in a page", size, bytes.byteLength - reader.offset);
    requireCount("bytes in a page", length, Number(MAX_GROUP_BYTES));
    const page = new Uint8Array(bytes, reader.offset, size);
    reader.offset += size;
    if (header.type === "DICTIONARY_PAGE") {
      requireCount("words in a dictionary", header.dictionary_page_header?.num_values, length);
    } else {
      seen += checkDataPage(chunk, header, page, rows - seen);
    }
  }
  if (seen !== rows) throw new RangeError(`a column has ${seen} values in ${rows} rows`);
}

/** @returns how many values it has */
function checkDataPage(chunk: ColumnChunk, header: PageHeader, page: Uint8Array, left: number): number {
  const isSecond = header.type === "DATA_PAGE_V2";
  const { num_values: count, encoding } =
    (isSecond ? header.data_page_header_v2 : header.data_page_header) ?? {};
  requireCount("values in a page", count, left);
  const values = isSecond
    ? valuesOfSecond(chunk, header, page, count)
    : valuesOfFirst(chunk, header, page, count);
  if (encoding?.endsWith("_DICTIONARY")) {
    if (values.length > 0) checkRuns(values.subarray(1), values[0], count);
  } else if (encoding === "RLE" && chunk.isBoolean) {
    checkRuns(takePrefixed(values).content, 1, count);
  }
  return count;
}

/** Of a page of the first version, which is compressed as a whole: the part behind the levels that mark missing values. */
function valuesOfFirst(chunk: ColumnChunk, header: PageHeader, page: Uint8Array, count: number): Uint8Array {
  const content = chunk.decompress?.(page, header.uncompressed_page_size) ?? page;
  if (!chunk.isOptional) return content;
  const levels = takePrefixed(content);
  checkRuns(levels.content, 1, count);
  return levels.rest;
}

/** Of a page of the second version, whose levels are not compressed. */
function valuesOfSecond(chunk: ColumnChunk, header: PageHeader, page: Uint8Array, count: number): Uint8Array {
  const {
    definition_levels_byte_length: levelBytes,
    repetition_levels_byte_length: repetitionBytes,
    num_nulls: nulls,
    is_compressed: isCompressed = true,
  } = header.data_page_header_v2 ?? {};
  requireCount("missing values in a page", nulls, count);
  requireCount("bytes of levels", repetitionBytes, 0);
  requireCount("bytes of levels", levelBytes, page.length);
  if (chunk.isOptional) checkRuns(page.subarray(0, levelBytes), 1, count);
  const values = page.subarray(levelBytes);
  return isCompressed && chunk.decompress
    ? chunk.decompress(values, header.uncompressed_page_size - levelBytes)
    : values;
}

/** Takes apart bytes that begin with a length and as much content. */
function takePrefixed(bytes: Uint8Array): { readonly content: Uint8Array; readonly rest: Uint8Array } {
  const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0, true);
  requireCount("bytes of levels", length, bytes.length - LENGTH_BYTES);
  const end = LENGTH_BYTES + length;
  return { content: bytes.subarray(LENGTH_BYTES, end), rest: bytes.subarray(end) };
}

const LENGTH_BYTES = 4;

function requireCount(what: string, value: number | undefined, maximum: number): asserts value is number {
  if (value === undefined || !(value >= 0 && value <= maximum)) {
    throw new RangeError(`it has ${value} ${what}, where ${maximum} are possible`);
  }
}
