import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Model } from "../../../model/model";
import { compareModels } from "../../../training/compare-models";
import { score } from "../../../training/metrics";
import { differenceOfMae, differenceOfRmse } from "../../../training/paired-difference";
import { trainTestSplit } from "../../../training/split";
import { everyNthLine, writeTable } from "../../support/housing-csv";
import { modelVariant, variantOf } from "../../support/model-variants";
import { refusalOf } from "../../support/refusal";

const LINES = everyNthLine(200);
const ROWS = LINES.length - 1;

/** A model that learned from a file, with this seed. */
async function learner(model: Model, path: string, seed: number, testSize = 0.5): Promise<Model> {
  const sha256 = createHash("sha256")
    .update(await readFile(path))
    .digest("hex");
  return variantOf(model, { trainingData: { ...model.file.trainingData, sha256, seed, testSize } });
}

/** Actual prices of some rows, and what a model of the first three features says. */
function pricesOf(model: Model, isTested: (row: number) => boolean) {
  const cells = LINES.slice(1).map((line) => line.split(",").map(Number));
  const header = LINES[0].split(",");
  const tested = cells.filter((_, row) => isTested(row));
  const values = (row: number[]) => model.file.features.map(({ name }) => row[header.indexOf(name)]);
  return {
    actual: Float64Array.from(tested, (row) => row[header.indexOf("MedHouseVal")]),
    predicted: Float64Array.from(tested, (row) => model.predictValues(values(row))),
  };
}

const first = modelVariant("first", 1, 0.5);
const second = modelVariant("second", 1, 0.5, 8);

describe("two models", () => {
  it("are compared on all rows of a file that neither knows", async () => {
    const comparison = await compareModels(first, second, await writeTable(LINES));
    const [one, other] = [first, second].map((model) => pricesOf(model, () => true));
    const errors = [one, other].map(({ actual, predicted }) =>
      predicted.map((value, i) => value - actual[i]),
    );

    expect(comparison).toEqual({
      rows: "all rows",
      first: score(one.actual, one.predicted),
      second: score(other.actual, other.predicted),
      rmse: differenceOfRmse(errors[0], errors[1]),
      mae: differenceOfMae(errors[0], errors[1]),
    });
    expect(comparison.first.rows).toBe(ROWS);
  });

  it("are compared on the test rows of the one that learned from the file", async () => {
    const path = await writeTable(LINES);
    const { test } = trainTestSplit(ROWS, 0.5, 1);
    const { actual, predicted } = pricesOf(first, (row) => test.includes(row));
    const comparison = await compareModels(await learner(first, path, 1), second, path);

    expect(comparison).toMatchObject({ rows: "the test rows of one", first: score(actual, predicted) });
  });

  it("are compared on the rows that are test rows of both", async () => {
    const path = await writeTable(LINES);
    const common = [1, 2].map((seed) => new Set(trainTestSplit(ROWS, 0.5, seed).test));
    const { actual, predicted } = pricesOf(first, (row) => common.every((test) => test.has(row)));
    const comparison = await compareModels(
      await learner(first, path, 1),
      await learner(second, path, 2),
      path,
    );

    expect(comparison).toMatchObject({ rows: "the test rows of both", first: score(actual, predicted) });
  });

  it("are compared on ten rows at least", async () => {
    const ten = await writeTable(LINES.slice(0, 11));
    expect((await compareModels(first, second, ten)).first.rows).toBe(10);

    const nine = await writeTable(LINES.slice(0, 10));
    const { code, message } = await refusalOf(() => compareModels(first, second, nine));
    expect([code, message]).toEqual([
      "DATA_INVALID",
      `${nine} has 9 rows that neither first@1 nor second@1 was trained on; at least 10 are needed: use another file.`,
    ]);
  });
});
