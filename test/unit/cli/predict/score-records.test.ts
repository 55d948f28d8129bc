import { assert, double, property } from "fast-check";
import { CsvFormat } from "../../../../cli/predict/csv-format";
import type { AddedColumns } from "../../../../cli/predict/output-columns";
import { RecordScorer } from "../../../../cli/predict/score-records";
import { Model } from "../../../../model/model";
import { CsvRecords } from "../../../../model/table/csv-records";
import { readHeader } from "../../../../model/table/header";
import { committedFile } from "../../../support/committed-models";

const model = new Model(committedFile(1), "0".repeat(64));

/** Scores a small file; its header comes first. */
function score(lines: readonly string[], { coverage, warnings = false }: Partial<AddedColumns> = {}) {
  const records = new CsvRecords();
  const text = lines.map((line) => `${line}\n`).join("");
  const [first, ...rows] = [...records.push(text), ...records.end()];
  const header = readHeader(first, model.table.features, "file.csv");
  const scorer = new RecordScorer(model, header, { coverage, warnings }, new CsvFormat(header.text, []));
  const { content, ...counts } = scorer.score(rows);
  return { ...counts, lines: String(content), warnings: scorer.warnings.describe() };
}

const HEADER = "id,medInc,AveRooms,aveOccup";
const reasonFor = (line: string) => score([HEADER, line]).rejected[0]?.reason;

describe("when a row is good", () => {
  it("carries it through as it stands, with prediction and model behind", () => {
    const prediction = model.predictValues([3.5, 5, 2]);
    expect(score([HEADER, '"a, b",3.50, 5 ,2e0']).lines).toBe(
      `"a, b",3.50, 5 ,2e0,${prediction},${prediction * 100_000},linear@1\n`,
    );
  });

  it("adds the interval between the two where a coverage is given", () => {
    const row = new Float64Array(8).fill(Number.NaN);
    row.set([3.5, Number.NaN, 5, Number.NaN, Number.NaN, 2]);
    const { lower, upper } = model.interval(row, 0, 0.8);
    const [, , , , prediction, , ...rest] = score([HEADER, "x,3.5,5,2"], { coverage: 0.8 })
      .lines.trimEnd()
      .split(",");
    expect(Number(prediction)).toBe(model.predict(row));
    expect(rest).toEqual([lower, lower * 100_000, upper, upper * 100_000, "linear@1"].map(String));
  });

  it("predicts exactly what the model does, whatever the numbers", () => {
    const positive = double({ min: 1e-3, max: 1e4, noNaN: true });
    assert(
      property(positive, positive, positive, (medInc, aveRooms, aveOccup) => {
        const { lines } = score([HEADER, `,${medInc},${aveRooms},${aveOccup}`]);
        expect(Number(lines.split(",")[4])).toBe(model.predictValues([medInc, aveRooms, aveOccup]));
      }),
    );
  });

  it("leaves columns alone that are not the table's", () => {
    expect(score([`${HEADER},note`, "x,3.5,5,2,nowhere"]).predicted).toBe(1);
  });

  it("may lack a value that the model does not read", () => {
    expect(score([`${HEADER},latitude`, "x,3.5,5,2,"]).predicted).toBe(1);
  });

  it("has its warnings in a cell where they are asked for, and counts them always", () => {
    const lines = [HEADER, "a,35000,5,2", "b,3.5,5,2", "c,3.5,5,5000"];
    const { lines: scored, warnings } = score(lines, { warnings: true });
    expect(
      scored
        .trimEnd()
        .split("\n")
        .map((line) => line.split(",").slice(6)),
    ).toEqual([
      ["FEATURE_OUT_OF_RANGE(medInc);UNUSUAL_COMBINATION;PREDICTION_OUT_OF_RANGE", "linear@1"],
      ["", "linear@1"],
      ["FEATURE_OUT_OF_RANGE(aveOccup);UNUSUAL_COMBINATION;PREDICTION_OUT_OF_RANGE", "linear@1"],
    ]);
    const counted =
      "2 rows have warnings: FEATURE_OUT_OF_RANGE 2 (medInc 1, aveOccup 1), UNUSUAL_COMBINATION 2, PREDICTION_OUT_OF_RANGE 2";
    expect(warnings).toBe(counted);
    expect(score(lines).warnings).toBe(counted);
    expect(score([HEADER, "c,3.5,5,1300"]).warnings).toMatch(
      /^1 row has warnings: FEATURE_OUT_OF_RANGE 1 \(aveOccup 1\)/,
    );
  });
});

describe("when a row is bad", () => {
  it.each([
    ["x,,5,2", "medInc is empty"],
    ["x,  ,5,2", "medInc is empty"],
    ["x,3.5,five,2", 'AveRooms is not a number: "five"'],
    ["x,3.5,0x10,2", 'AveRooms is not a number: "0x10"'],
    ["x,3.5,NaN,2", 'AveRooms is not a number: "NaN"'],
    ['x,"3,5",5,2', 'medInc is not a number: "3,5"'],
    ["x,1e999,5,2", "medInc must be a finite number, greater than 0; it is 1e999"],
    ["x,3.5,5,-2", "aveOccup must be a finite number, greater than 0; it is -2"],
    ["x,0,5,", "medInc must be a finite number, greater than 0; it is 0; aveOccup is empty"],
    ["x,3.5,5", 'column "AveRooms": the line ends with it: expected 4 cells, as in the header, but found 3'],
    [
      "x,3.5,5,2,",
      'column "aveOccup": there are more cells after it: expected 4 cells, as in the header, but found 5',
    ],
    ["x,1e308,5,2", "medInc is too large: it must be at most 1e+60; it is 1e308"],
    ["x,1_000,5,2", 'medInc is not a number: "1_000"'],
    ["x,3.5,5,\u001b[2J\u202e", 'aveOccup is not a number: "\\u001b[2J\\u202e"'],
    ['x,"3.5,5,2', 'column "medInc": a quote is opened and never closed'],
  ])("says of %j: %s", (line, reason) => {
    const { rejected, predicted } = score([HEADER, line]);
    expect(rejected.map((each) => [each.line, each.reason])).toEqual([[2, reason]]);
    expect(predicted).toBe(0);
  });

  it("repeats of a long cell its beginning alone", () => {
    expect(reasonFor(`x,${"z".repeat(500)},5,2`)).toBe(`medInc is not a number: "${"z".repeat(40)}…"`);
  });

  it("does not read a cell that is too long to be a number", () => {
    expect(reasonFor(`x,${"9".repeat(80_000)}x,5,2`)).toBe(
      `medInc is longer than 1000 characters: "${"9".repeat(40)}…"`,
    );
  });

  it("is not confused with the good rows about it", () => {
    const { lines, rejected } = score([HEADER, "a,1,5,2", "b,0,5,2", "c,3,5,2"]);
    const predictions = lines.trimEnd().split("\n");
    expect(predictions.map((line) => line[0])).toEqual(["a", "c"]);
    expect(predictions.map((line) => Number(line.split(",")[4]))).toEqual([
      model.predictValues([1, 5, 2]),
      model.predictValues([3, 5, 2]),
    ]);
    expect(rejected).toEqual([
      { line: 3, reason: expect.stringContaining("it is 0"), cells: ["b", "0", "5", "2"] },
    ]);
  });
});
