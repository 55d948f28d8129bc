import { surveyModels } from "../../../../cli/models/survey-models";
import { damaged, ModelDirectory, versionText } from "../../../support/model-versions";

let directory: ModelDirectory;

beforeEach(async () => {
  directory = await ModelDirectory.create();
  await directory.add(1);
  await directory.add(2);
});

afterEach(() => directory.delete());

describe("a look at a model directory", () => {
  it("has the models, the refusals and the pins", async () => {
    await directory.add(3, damaged(versionText(3)));
    await directory.pin({ linear: 1 });
    const { models, refusals, pins, refusedPins } = await surveyModels(directory.path, new Map());

    expect(models.map(({ id }) => id)).toEqual(["linear@1", "linear@2"]);
    expect(refusals.map(({ error }) => error.code)).toEqual(["MODEL_CORRUPT"]);
    expect([...pins]).toEqual([["linear", 1]]);
    expect(refusedPins).toEqual([]);
  });

  it("lets the environment win over pins.json", async () => {
    await directory.pin({ linear: 1 });
    const { pins } = await surveyModels(directory.path, new Map([["linear", 2]]));

    expect([...pins]).toEqual([["linear", 2]]);
  });

  it("reports a pin that cannot be met, by its source", async () => {
    await directory.pin({ oracle: 3 });
    const { refusedPins } = await surveyModels(directory.path, new Map([["linear", 9]]));

    expect(refusedPins.map(({ code }) => code)).toEqual(["PIN_NOT_SERVED", "PIN_NOT_SERVED"]);
    const messages = refusedPins.map(({ message }) => message).join(" ");
    expect(messages).toContain("MODEL_PIN");
    expect(messages).toContain("pins.json");
  });
});
