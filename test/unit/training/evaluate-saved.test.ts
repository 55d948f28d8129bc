import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Model } from "../../../model/model";
import { evaluateSaved } from "../../../training/evaluate-saved";
import { trainTestSplit } from "../../../training/split";
import { everyNthLine, writeTable } from "../../support/housing-csv";
import { modelVariant, variantOf } from "../../support/model-variants";
import { refusalOf } from "../../support/refusal";

const LINES = everyNthLine(200);
const ROWS = LINES.length - 1;

/** Prices and predictions of some rows, in this order. */
function check(model: Model, rows: readonly number[]) {
  const header = LINES[0].split(",");
  const cells = rows.map((row) => LINES[row + 1].split(",").map(Number));
  const actual = cells.map((row) => row[header.indexOf("MedHouseVal")]);
  const inputs = cells.map((row) =>
    model.rowOf(model.file.features.map(({ name }) => row[header.indexOf(name)])),
  );
  const errors = inputs.map((input, i) => actual[i] - model.predict(input));
  const intervals = inputs.map((input) => model.interval(input, 0, 0.8));
  return {
    mae: errors.reduce((sum, error) => sum + Math.abs(error), 0) / rows.length,
    observed:
      intervals.filter(({ lower, upper }, i) => lower <= actual[i] && actual[i] <= upper).length /
      rows.length,
    meanWidth: intervals.reduce((sum, { lower, upper }) => sum + upper - lower, 0) / rows.length,
  };
}

function expectPart(
  part: Awaited<ReturnType<typeof evaluateSaved>>["parts"][number],
  model: Model,
  rows: readonly number[],
) {
  const { mae, observed, meanWidth } = check(model, rows);
  expect(part.scores.rows).toBe(rows.length);
  expect(part.scores.mae).toBeCloseTo(mae, 9);
  expect(part.coverage.map(({ nominal }) => nominal)).toEqual([0.5, 0.8, 0.9, 0.95]);
  expect(part.coverage[1].observed).toBeCloseTo(observed, 9);
  expect(part.coverage[1].meanWidth).toBeCloseTo(meanWidth, 9);
}

const model = modelVariant("linear", 1, 0.5);
const ALL = Array.from({ length: ROWS }, (_, row) => row);

describe("a saved model", () => {
  it("is evaluated on all rows of another file", async () => {
    const { isTrainingData, parts, crossValidation } = await evaluateSaved(model, await writeTable(LINES));

    expect([isTrainingData, crossValidation, parts.map(({ rows }) => rows)]).toEqual([
      false,
      [],
      ["all rows"],
    ]);
    expectPart(parts[0], model, ALL);
  });

  it("is evaluated on its test rows first, on the file that it learned from", async () => {
    const path = await writeTable(LINES);
    const sha256 = createHash("sha256")
      .update(await readFile(path))
      .digest("hex");
    const trainingData = { ...model.file.trainingData, sha256, seed: 3, testSize: 0.3 };
    const { isTrainingData, parts } = await evaluateSaved(variantOf(model, { trainingData }), path);

    expect([isTrainingData, parts.map(({ rows }) => rows)]).toEqual([
      true,
      ["its own test rows", "all rows"],
    ]);
    expectPart(parts[0], model, [...trainTestSplit(ROWS, 0.3, 3).test]);
    expectPart(parts[1], model, ALL);
  });

  it("is fitted again in a cross-validation if that is asked for", async () => {
    const { crossValidation } = await evaluateSaved(model, await writeTable(LINES), {
      crossValidation: true,
    });

    expect(crossValidation.map(({ folds, rows }) => [folds, rows])).toEqual([
      ["random", ROWS],
      ["spatial-block", ROWS],
    ]);
  });

  it("cannot be fitted again if its trainer is not known", async () => {
    const other = modelVariant("forest", 1, 0.5);
    const { code, message } = await refusalOf(() =>
      evaluateSaved(other, "none.csv", { crossValidation: true }),
    );

    expect([code, message]).toEqual([
      "OPTION_INVALID",
      "--cv refits the algorithm, and that of forest@1 is not available (linear, smooth, spatial): omit --cv.",
    ]);
  });
});
