import { CsvFormat } from "../../../../cli/predict/csv-format";
import type { ScoredRow } from "../../../../cli/predict/output-format";

const rowOf = (text: string, changes: Partial<ScoredRow> = {}): ScoredRow => ({
  record: { line: 2, cells: [], text },
  rows: new Float64Array(),
  offset: 0,
  amounts: [1.5, 150_000],
  warnings: undefined,
  model: "linear@1",
  ...changes,
});

describe("an output of CSV", () => {
  it("has the lines of the input as they stand, and the computed columns behind", () => {
    const format = new CsvFormat('id,"a, b"', ["price", "model"]);
    format.add(rowOf('1,"x, y"'));
    format.add(rowOf("2, z", { amounts: [-2], warnings: "A(x);B" }));

    expect(format.begin()).toBe('id,"a, b",price,model\n');
    expect(format.take()).toBe('1,"x, y",1.5,150000,linear@1\n2, z,-2,A(x);B,linear@1\n');
    expect(format.take()).toBe("");
  });

  it("quotes warnings that have the delimiter, and has an empty cell if there are none", () => {
    const format = new CsvFormat("a;b", ["price"], ";");
    format.add(rowOf("1;2", { warnings: "A(x);B" }));
    format.add(rowOf("3;4", { warnings: "" }));

    expect(format.begin()).toBe("a;b;price\n");
    expect(format.end()).toBe('1;2;1.5;150000;"A(x);B";linear@1\n3;4;1.5;150000;;linear@1\n');
    expect(format.end()).toBe("");
  });
});
