import { RowSample } from "../../../../training/describe/row-sample";

/** A sample of rows that are numbered in their first cell. */
function sampleOf(rows: number, columns = 2, text = "x"): RowSample {
  const sample = new RowSample(columns);
  const rest = Array.from({ length: columns - 1 }, () => text);
  for (let i = 0; i < rows; i++) sample.add([String(i), ...rest]);
  return sample;
}

const multiples = (step: number, below: number) =>
  Array.from({ length: Math.ceil(below / step) }, (_, i) => String(i * step));

describe("a sample of rows", () => {
  it("has every row of a short table, by column", () => {
    const sample = new RowSample(2);
    sample.add(["1", ""]);
    sample.add(["2", "a,b"]);

    expect([sample.column(0), sample.column(1)]).toEqual([
      ["1", "2"],
      ["", "a,b"],
    ]);
  });

  it("has the rows that were added after a column was read", () => {
    const sample = sampleOf(1);
    sample.column(0);
    sample.add(["1", "x"]);

    expect(sample.column(0)).toEqual(["0", "1"]);
  });

  it.each([
    [4000, 1],
    [4001, 2],
    [8000, 2],
    [8001, 4],
    [16_001, 8],
  ])("of %d rows has every row whose number is a multiple of %d", (rows, step) => {
    expect(sampleOf(rows).column(0)).toEqual(multiples(step, rows));
  });

  it("has fewer rows of a wide table", () => {
    expect(sampleOf(500, 1000).column(0)).toHaveLength(500);
    expect(sampleOf(501, 1000).column(0)).toEqual(multiples(2, 501));
  });

  it("has fewer rows where they are long", () => {
    // A row has its number, a separator and a text: 1,000,000 characters together.
    const sample = sampleOf(17, 2, "x".repeat(999_998));

    expect(sample.column(0)).toEqual(multiples(2, 17));
  });

  it("keeps one row, however long it is", () => {
    const sample = new RowSample(1);
    sample.add(["x".repeat(16_000_001)]);

    expect(sample.column(0)).toHaveLength(1);
  });
});
