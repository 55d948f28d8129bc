import fc from "fast-check";
import { parse } from "graphql";
import { batchOperation, blocksOf, rowsIn } from "../../../../../src/graphql/compiled/batch-blocks";
import { operationOf } from "../../../../support/operation-of";

const batchOf = (text: string) => batchOperation(operationOf(parse(text)));
const BATCH = { variable: "rows", opening: '{"data":{"predictHousePrices":[' };

describe("an operation that may be executed block by block", () => {
  it.each([
    ["one batch", "query ($rows: [T!]!) { predictHousePrices(inputs: $rows) { a } }", BATCH],
    [
      "one batch of a model",
      "query ($rows: [T!]!, $m: M) { predictHousePrices(model: $m, inputs: $rows) { a } }",
      BATCH,
    ],
    [
      "one batch with an alias",
      "query ($rows: [T!]!) { prices: predictHousePrices(inputs: $rows) { a } }",
      { variable: "rows", opening: '{"data":{"prices":[' },
    ],
  ])("is %s", (_what, text, expected) => {
    expect(batchOf(text)).toEqual(expected);
  });

  it.each([
    ["a single prediction", "query ($rows: T!) { predictHousePrice(input: $rows) { a } }"],
    ["two batches", "query ($rows: [T!]!) { a: predictHousePrices(inputs: $rows) { a } b: c }"],
    ["a batch in a fragment", "query ($rows: [T!]!) { ... { predictHousePrices(inputs: $rows) { a } } }"],
    ["a batch of literal rows", "{ predictHousePrices(inputs: [{ a: 1 }]) { a } }"],
    ["a batch without rows", "{ predictHousePrices { a } }"],
  ])("is not %s", (_what, text) => {
    expect(batchOf(text)).toBeUndefined();
  });
});

describe("blocks", () => {
  const piece = fc.array(fc.integer(), { maxLength: 1200 });

  it("have all rows of all pieces in order, at most 500 each, with their positions", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 4 }), (pieces) => {
        const all: unknown[] = [];
        for (const block of blocksOf(BATCH, { rows: "unparsed", model: "m" }, pieces)) {
          const rows = block?.variables.rows;
          if (!block || !Array.isArray(rows)) throw new Error("The block has no rows.");
          expect(rows.length).toBeLessThanOrEqual(500);
          expect(block.firstRow).toBe(all.length);
          expect(block.endRow).toBe(all.length + rows.length);
          expect(block.variables).toEqual({ rows, model: "m" });
          all.push(...rows);
        }
        expect(all).toEqual(pieces.flat());
      }),
      { numRuns: 25 },
    );
  });

  it("when a piece is longer than a block, then the rest is a block of its own", () => {
    const blocks = [...blocksOf(BATCH, {}, [Array.from({ length: 501 }, (_, i) => i)])];
    expect(blocks.map((block) => [block?.firstRow, block?.endRow])).toEqual([
      [0, 500],
      [500, 501],
    ]);
  });

  it("when a piece is not JSON, then they end with it", () => {
    const blocks = [...blocksOf(BATCH, {}, [[1], undefined, [2]])];
    expect(blocks).toEqual([{ firstRow: 0, endRow: 1, variables: { rows: [1] } }, undefined]);
  });
});

describe("the rows in the text of an answer", () => {
  it("are what is between the opening and the end", () => {
    expect(rowsIn(BATCH, '{"data":{"predictHousePrices":[{"a":1},{"a":2}]}}\n')).toBe('{"a":1},{"a":2}');
    expect(rowsIn(BATCH, '{"data":{"predictHousePrices":[]}}\n')).toBe("");
  });

  it.each([
    ["has another key", '{"data":{"prices":[{"a":1}]}}\n'],
    ["has something after the rows", '{"data":{"predictHousePrices":[{"a":1}]},"errors":[]}\n'],
  ])("are not found when the text %s", (_what, text) => {
    expect(rowsIn(BATCH, text)).toBeUndefined();
  });
});
