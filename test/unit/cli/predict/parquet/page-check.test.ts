import { MAX_GROUP_BYTES } from "../../../../../cli/predict/parquet/group-limits";
import type { PageHeader } from "../../../../../cli/predict/parquet/library";
import { type ColumnChunk, checkPages } from "../../../../../cli/predict/parquet/page-check";

interface Page {
  readonly header: Partial<PageHeader>;
  readonly content: readonly number[];
}

/** A chunk of pages, each behind one byte that stands for its header. */
function check(pages: readonly Page[], changes: Partial<ColumnChunk> = {}): () => void {
  const bytes = Uint8Array.from(pages.flatMap(({ content }) => [0, ...content]));
  const headers = pages.map(
    ({ header, content }): PageHeader => ({
      type: "DATA_PAGE",
      compressed_page_size: content.length,
      uncompressed_page_size: content.length,
      ...header,
    }),
  );
  const chunk: ColumnChunk = {
    bytes: bytes.buffer,
    rows: 3,
    isOptional: false,
    isBoolean: false,
    decompress: undefined,
    readHeader: (reader) => {
      reader.offset++;
      const header = headers.shift();
      if (!header) throw new Error("There is no such page.");
      return header;
    },
    ...changes,
  };
  return () => checkPages(chunk);
}

const LEVELS = { definition_level_encoding: "RLE", repetition_level_encoding: "RLE" } as const;

const first = (
  count: number,
  content: readonly number[],
  encoding: "PLAIN" | "RLE" | "RLE_DICTIONARY" = "PLAIN",
) => ({
  header: { data_page_header: { num_values: count, encoding, ...LEVELS } },
  content,
});

function second(count: number, content: readonly number[], changes: object = {}): Page {
  const header = {
    num_values: count,
    num_nulls: 0,
    num_rows: count,
    encoding: "PLAIN" as const,
    definition_levels_byte_length: 0,
    repetition_levels_byte_length: 0,
    is_compressed: false,
    ...changes,
  };
  return { header: { type: "DATA_PAGE_V2", data_page_header_v2: header }, content };
}

/** A run that repeats a value of one bit so often. */
const run = (count: number) => [count << 1, 1];
const prefixed = (content: readonly number[]) => [content.length, 0, 0, 0, ...content];

describe("the pages of a column", () => {
  it("have all its rows", () => {
    expect(check([first(3, [1])])).not.toThrow();
    expect(check([first(1, [1]), second(2, [1])])).not.toThrow();
    expect(check([first(2, [1])])).toThrow(new RangeError("a column has 2 values in 3 rows"));
    expect(check([])).toThrow("a column has 0 values in 3 rows");
  });

  it("have no more values than are left", () => {
    expect(check([first(2, [1]), first(2, [1])])).toThrow(
      new RangeError("it has 2 values in a page, where 1 are possible"),
    );
    expect(check([first(-1, [1])])).toThrow("it has -1 values in a page, where 3 are possible");
    expect(check([{ header: {}, content: [1] }])).toThrow("it has undefined values in a page");
  });

  it.each([
    ["compressed", { compressed_page_size: 2 }, "it has 2 bytes in a page, where 1 are possible"],
    [
      "uncompressed",
      { uncompressed_page_size: Number(MAX_GROUP_BYTES) + 1 },
      `bytes in a page, where ${MAX_GROUP_BYTES} are possible`,
    ],
    ["negative", { compressed_page_size: -1 }, "it has -1 bytes in a page"],
  ])("have a length that is possible: %s", (_what, header, message) => {
    const page = first(3, [1]);

    expect(check([{ ...page, header: { ...page.header, ...header } }])).toThrow(message);
  });

  it("may begin with a dictionary, of no more words than bytes", () => {
    const dictionary = (words: number): Page => ({
      header: { type: "DICTIONARY_PAGE", dictionary_page_header: { num_values: words, encoding: "PLAIN" } },
      content: [1, 2],
    });

    expect(check([dictionary(2), first(3, [1])])).not.toThrow();
    expect(check([dictionary(3), first(3, [1])])).toThrow(
      "it has 3 words in a dictionary, where 2 are possible",
    );
  });
});

describe("runs in a page of the first version", () => {
  it("are the levels that mark missing values, and indices of a dictionary", () => {
    const optional = { isOptional: true };

    expect(check([first(3, prefixed(run(3)))], optional)).not.toThrow();
    expect(check([first(3, prefixed(run(4)))], optional)).toThrow(RangeError);
    expect(check([first(3, [1, ...run(3)], "RLE_DICTIONARY")])).not.toThrow();
    expect(check([first(3, [1, ...run(4)], "RLE_DICTIONARY")])).toThrow(RangeError);
    expect(check([first(3, [...prefixed(run(3)), 1, ...run(4)], "RLE_DICTIONARY")], optional)).toThrow(
      RangeError,
    );
    // All of its values are missing.
    expect(check([first(3, prefixed(run(3)), "RLE_DICTIONARY")], optional)).not.toThrow();
  });

  it("are the values of a column of true and false, and of no other", () => {
    const pages = [first(3, prefixed(run(4)), "RLE")];

    expect(check(pages, { isBoolean: true })).toThrow(RangeError);
    expect(check([first(3, prefixed(run(3)), "RLE")], { isBoolean: true })).not.toThrow();
    expect(check(pages)).not.toThrow();
  });

  it("have a length within the page", () => {
    expect(check([first(3, [3, 0, 0, 0, ...run(3)])], { isOptional: true })).toThrow(
      "it has 3 bytes of levels, where 2 are possible",
    );
  });

  it("are checked as they are after decompression, to the length that the page states", () => {
    const lengths: number[] = [];
    const decompress = (_input: Uint8Array, length: number) => {
      lengths.push(length);
      return Uint8Array.from(prefixed(run(4)));
    };
    const page = first(3, [9]);
    const header = { ...page.header, uncompressed_page_size: 6 };

    expect(check([{ ...page, header }], { isOptional: true, decompress })).toThrow(RangeError);
    expect(lengths).toEqual([6]);
  });
});

describe("runs in a page of the second version", () => {
  const optional = { isOptional: true };

  it("are levels that are not compressed, and indices of a dictionary", () => {
    const levels = { definition_levels_byte_length: 2 };
    const indices = { ...levels, encoding: "RLE_DICTIONARY" };

    expect(check([second(3, run(3), levels)], optional)).not.toThrow();
    expect(check([second(3, run(4), levels)], optional)).toThrow(RangeError);
    expect(check([second(3, run(4), levels)])).not.toThrow();
    expect(check([second(3, [...run(3), 1, ...run(3)], indices)], optional)).not.toThrow();
    expect(check([second(3, [...run(3), 1, ...run(4)], indices)], optional)).toThrow(RangeError);
  });

  it.each([
    [{ num_nulls: 4 }, "it has 4 missing values in a page, where 3 are possible"],
    [{ repetition_levels_byte_length: 1 }, "it has 1 bytes of levels, where 0 are possible"],
    [{ definition_levels_byte_length: 3 }, "it has 3 bytes of levels, where 2 are possible"],
  ])("have counts that are possible: %j", (changes, message) => {
    expect(check([second(3, run(3), changes)], optional)).toThrow(message);
  });

  it("are decompressed without the levels, unless the page is not compressed", () => {
    const decompressed: unknown[] = [];
    const decompress = (input: Uint8Array, length: number) => {
      decompressed.push([[...input], length]);
      return input;
    };
    const levels = { definition_levels_byte_length: 2 };
    check([second(3, [...run(3), 7, 8], { ...levels, is_compressed: true })], { decompress })();
    check([second(3, [...run(3), 7, 8], { ...levels, is_compressed: undefined })], { decompress })();
    check([second(3, [...run(3), 7, 8], { ...levels, is_compressed: false })], { decompress })();

    expect(decompressed).toEqual([
      [[7, 8], 2],
      [[7, 8], 2],
    ]);
  });
});
