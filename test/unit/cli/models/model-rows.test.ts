import { rm, stat } from "node:fs/promises";
import { modelRows } from "../../../../cli/models/model-rows";
import { surveyModels } from "../../../../cli/models/survey-models";
import { damaged, ModelDirectory, versionText } from "../../../support/model-versions";

let directory: ModelDirectory;

beforeEach(async () => {
  directory = await ModelDirectory.create();
  await directory.add(1);
});

afterEach(() => directory.delete());

describe("the rows of a list of models", () => {
  it("are the versions that can be served, then those that are refused", async () => {
    await directory.add(2, damaged(versionText(2)));
    const survey = await surveyModels(directory.path, new Map([["linear", 1]]));
    const [served, refused] = await modelRows(directory.path, survey);
    const [{ file, sha256 }] = survey.models;

    expect(served).toEqual({
      name: "linear",
      version: "1",
      status: "ok",
      bytes: (await stat(directory.file(1))).size,
      model: {
        algorithm: file.algorithm,
        trainedAt: file.trainedAt,
        sha256,
        rows: file.trainingData.rows,
        seed: file.trainingData.seed,
        testSize: file.trainingData.testSize,
        features: 3,
        testRmse: file.metrics.test.rmse,
        testR2: file.metrics.test.r2,
        note: undefined,
        pinned: true,
        when: "by default",
        reason: "Answers by default: linear is pinned to it.",
      },
    });
    expect(refused).toEqual({
      name: "linear",
      version: "2",
      status: "refused: MODEL_CORRUPT",
      bytes: (await stat(directory.file(2))).size,
      model: undefined,
    });
  });

  it("have no size if there is no file, and no pin if another version is pinned", async () => {
    await directory.add(2);
    const survey = await surveyModels(directory.path, new Map([["linear", 2]]));
    await rm(directory.file(1));
    const [first, second] = await modelRows(directory.path, survey);

    expect([first.bytes, first.model?.pinned]).toEqual([undefined, false]);
    expect(second.model?.pinned).toBe(true);
  });
});
