import { type EvaluationOptions, evaluationCommand } from "../../../../cli/evaluate/options";

async function optionsOf(...args: string[]): Promise<EvaluationOptions[]> {
  const received: EvaluationOptions[] = [];
  const command = evaluationCommand(async (options) => void received.push(options));
  command.exitOverride().configureOutput({ writeErr: () => undefined });
  await command.parseAsync(args, { from: "user" });
  return received;
}

describe("the command line of npm run evaluate", () => {
  it("evaluates the default model on the shipped table if nothing is given", async () => {
    const [{ model, data, cv, json, modelPin }] = await optionsOf();

    expect([model, data, cv, json]).toEqual([undefined, "data/california_housing.csv", false, false]);
    expect([...modelPin]).toEqual([]);
  });

  it("takes a model, a file, and the directory of models", async () => {
    const args = ["--model", "linear@2", "--data", "a.csv", "--cv", "--json"];

    expect(await optionsOf(...args, "--model-dir", "models", "--model-pin", "linear@1")).toEqual([
      {
        model: { name: "linear", version: 2 },
        data: "a.csv",
        cv: true,
        json: true,
        modelDir: "models",
        modelPin: new Map([["linear", 1]]),
      },
    ]);
  });

  it("refuses what is no model", async () => {
    await expect(optionsOf("--model", "linear@x")).rejects.toThrow("Expected a name");
  });
});
