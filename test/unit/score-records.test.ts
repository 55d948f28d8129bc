import { assert, double, property } from "fast-check";
import { Model } from "../../model/model";
import { findFeatureColumns } from "../../src/commands/predict/columns";
import { CsvRecords } from "../../src/commands/predict/csv-records";
import { addedColumns, RecordScorer } from "../../src/commands/predict/score-records";
import { committedFile } from "../support/committed-models";
import { refusalOf } from "../support/refusal";

const model = new Model(committedFile(1), "0".repeat(64));

/** Scores a small file; its header comes first. */
function score(lines: readonly string[], coverage?: number) {
  const records = new CsvRecords();
  const [header, ...rows] = records.push(lines.map((line) => `${line}\n`).join(""));
  const columns = findFeatureColumns(header, "file.csv", addedColumns(coverage));
  return new RecordScorer(model, columns, coverage).score(rows);
}

const HEADER = "id,medInc,AveRooms,aveOccup";
const reasonFor = (line: string) => score([HEADER, line]).rejected[0]?.reason;

describe("when a row is good", () => {
  it("carries it through as it stands, with prediction and model behind", () => {
    const prediction = model.predictValues([3.5, 5, 2]);
    expect(score([HEADER, '"a, b",3.50, 5 ,2e0']).lines).toBe(`"a, b",3.50, 5 ,2e0,${prediction},linear@1\n`);
  });

  it("adds the interval between the two where a coverage is given", () => {
    const row = new Float64Array(8).fill(Number.NaN);
    row.set([3.5, Number.NaN, 5, Number.NaN, Number.NaN, 2]);
    const { lower, upper } = model.interval(row, 0, 0.8);
    const [, , , , prediction, ...rest] = score([HEADER, "x,3.5,5,2"], 0.8).lines.trimEnd().split(",");
    expect(Number(prediction)).toBe(model.predict(row));
    expect(rest).toEqual([String(lower), String(upper), "linear@1"]);
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

  it("leaves columns alone that the model does not read", () => {
    const { predicted } = score([`${HEADER},latitude`, "x,3.5,5,2,nowhere"]);
    expect(predicted).toBe(1);
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
    ["x,3.5,5", "expected 4 cells, as in the header, but found 3"],
    ["x,3.5,5,2,", "expected 4 cells, as in the header, but found 5"],
    ["", "the line is empty"],
    ['x,"3.5,5,2', "a quote is opened and never closed"],
  ])("says of %j: %s", (line, reason) => {
    const records = new CsvRecords();
    const [header, ...rows] = [...records.push(`${HEADER}\n${line}\n`), ...records.end()];
    const columns = findFeatureColumns(header, "file.csv", []);
    const { rejected, predicted } = new RecordScorer(model, columns, undefined).score(rows);
    expect(rejected.map((each) => [each.line, each.reason])).toEqual([[2, reason]]);
    expect(predicted).toBe(0);
  });

  it("repeats of a long cell its beginning alone", () => {
    expect(reasonFor(`x,${"z".repeat(5000)},5,2`)).toBe(`medInc is not a number: "${"z".repeat(40)}…"`);
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

describe("when a header cannot be used", () => {
  const refusal = (header: string) =>
    refusalOf(() =>
      findFeatureColumns(new CsvRecords().push(`${header}\n`)[0], "file.csv", addedColumns(0.9)),
    );

  it("names a feature that is there twice, under whichever names", async () => {
    const { code, message } = await refusal("MedInc,x,medInc");
    expect([code, message]).toEqual([
      "DATA_INVALID",
      "file.csv has MedInc in 2 columns (1, 3): leave one of them.",
    ]);
  });

  it("names a column that the output adds", async () => {
    const { code, message } = await refusal("MedInc,upper");
    expect(code).toBe("DATA_INVALID");
    expect(message).toMatch(/^file.csv already has a column upper, /);
  });
});
