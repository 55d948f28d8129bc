import { cp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { formatModelFile } from "../../model/file/format";
import { readModel } from "../../model/file/read-model";
import { evaluateSaved } from "../../training/evaluate-saved";
import { EVALUATE } from "../support/commands";
import { COMMITTED, committedContent, committedModels, committedPath } from "../support/committed-models";
import { everyNthLine, HOUSING_CSV, withCell, writeCsv } from "../support/housing-csv";
import { runNode } from "../support/node-process";
import { refusalOf } from "../support/refusal";
import { temporaryDirectory } from "../support/temporary-directory";

it("when no model is named, then the one that answers by default is evaluated", async () => {
  const { status, stdout } = await runNode([EVALUATE, "--json"]);
  expect(status).toBe(0);
  expect(JSON.parse(stdout).model).toBe("linear@1");
});

describe("when a model is evaluated on the file that it was trained on", () => {
  it("gives, on its own test rows, the metrics and coverage that its file has", async () => {
    for (const model of await committedModels()) {
      const { isTrainingData, parts, crossValidation } = await evaluateSaved(model, HOUSING_CSV);
      expect(isTrainingData).toBe(true);
      expect(crossValidation).toEqual([]);
      const [test, all] = parts;
      expect([test.rows, all.rows]).toEqual(["its own test rows", "all rows"]);
      const { metrics, trainingData } = model.file;
      expect(test.scores.rows).toBe(trainingData.testRows);
      expect(test.scores.r2).toBeCloseTo(metrics.test.r2, 12);
      expect(test.scores.rmse).toBeCloseTo(metrics.test.rmse, 12);
      expect(test.scores.mae).toBeCloseTo(metrics.test.mae, 12);
      expect(all.scores.rows).toBe(trainingData.rows);
      metrics.coverage.forEach(({ nominal, observed, meanWidth }, i) => {
        expect(test.coverage[i].nominal).toBe(nominal);
        expect(test.coverage[i].observed).toBeCloseTo(observed, 12);
        expect(test.coverage[i].meanWidth).toBeCloseTo(meanWidth, 9);
      });
    }
  });

  it("gives, where it is asked for, the cross-validation that its file has", async () => {
    const model = await readModel(committedPath(1));
    const { crossValidation } = await evaluateSaved(model, HOUSING_CSV, { crossValidation: true });
    const expected = model.file.metrics.crossValidation;
    expect(crossValidation.map(({ folds }) => folds)).toEqual(expected.map(({ folds }) => folds));
    crossValidation.forEach(({ rmse, r2, mae }, i) => {
      expect(rmse).toBeCloseTo(expected[i].rmse, 12);
      expect(r2).toBeCloseTo(expected[i].r2, 12);
      expect(mae).toBeCloseTo(expected[i].mae, 12);
    });
  });

  it("prints both, and says which rows they are", async () => {
    const { status, stdout, stderr } = await runNode([EVALUATE, "--model", "linear@2", "--cv"]);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(
      /^linear@2 on data\/california_housing\.csv\nThe model was trained on this file\./,
    );
    for (const words of [
      "its own test rows",
      "all rows",
      "0.745581",
      "5-fold, random",
      "5-fold, spatial-block",
      "90.0 %",
    ]) {
      expect(stdout).toContain(words);
    }
  });
});

describe("when a model is evaluated on another file", () => {
  it("evaluates all of its rows, and says so", async () => {
    const data = await writeCsv(everyNthLine(40));
    const { status, stdout } = await runNode([EVALUATE, "--model", "linear@2", "--data", data]);
    expect(status).toBe(0);
    expect(stdout).toContain("The model was not trained on this file: all rows are test rows.");
    expect(stdout).not.toContain("its own test rows");
  });

  it("predicts as the server does, row by row", async () => {
    const model = await readModel(committedPath(1));
    const data = await writeCsv(["MedInc,AveRooms,AveOccup,MedHouseVal", "3,5,2,2.0", "4,6,3,2.5"]);
    const { parts } = await evaluateSaved(model, data);
    const errors = [model.predictValues([3, 5, 2]) - 2, model.predictValues([4, 6, 3]) - 2.5];
    expect(parts).toHaveLength(1);
    expect(parts[0].scores.mae).toBeCloseTo((Math.abs(errors[0]) + Math.abs(errors[1])) / 2, 12);
  });
});

describe("when a model cannot be evaluated", () => {
  it.each([
    ["the model is unknown", ["--model", "linear@99"], /^MODEL_UNKNOWN: There is no model linear@99\./],
    ["the model is no name", ["--model", "@1"], /^error: .* such as "linear@2"\.\n$/],
    ["the file does not exist", ["--model", "linear", "--data", "no.csv"], /^DATA_UNREADABLE: no\.csv /],
    [
      "there is no model",
      ["--model", "linear", "--model-dir", "docs"],
      /^NO_MODEL: There is no model in docs/,
    ],
  ])("ends with one sentence where %s", async (_what, flags, says) => {
    const { status, stdout, stderr } = await runNode([EVALUATE, ...flags]);
    expect(stderr).toMatch(says);
    expect([status, stdout]).toEqual([1, ""]);
  });

  it("names the column where a value is missing, and where the target is", async () => {
    const model = await readModel(committedPath(1));
    const lines = everyNthLine(500);
    const hole = await writeCsv(withCell(lines, 2, 0, ""));
    expect((await refusalOf(() => evaluateSaved(model, hole))).message).toContain("line 3: MedInc is empty");
    const untold = await writeCsv(["MedInc,AveRooms,AveOccup", "3,5,2"]);
    expect((await refusalOf(() => evaluateSaved(model, untold))).message).toContain("no column MedHouseVal");
  });

  it("cannot cross-validate what it cannot train", async () => {
    const directory = await temporaryDirectory();
    await cp(join(COMMITTED, "linear"), join(directory, "oracle"), { recursive: true });
    const path = join(directory, "oracle", "1", "model.json");
    await writeFile(path, formatModelFile({ ...committedContent(1), name: "oracle" }, 1));
    const { code, message } = await refusalOf(async () =>
      evaluateSaved(await readModel(path), HOUSING_CSV, { crossValidation: true }),
    );
    expect(code).toBe("OPTION_INVALID");
    expect(message).toMatch(/^--cv refits the algorithm, and that of oracle@1 is not available/);
  });
});
