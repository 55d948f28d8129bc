import { Command } from "commander";
import { type ModelOptions, modelOptions, parseModelArgument, runCommand } from "../../../cli/command-line";
import { HousePriceError } from "../../../model/errors";

afterEach(() => {
  jest.restoreAllMocks();
  process.exitCode = undefined;
});

/** What the options for models are, given a command line. */
function optionsFor(...args: string[]): ModelOptions {
  const command = new Command().exitOverride().configureOutput({ writeErr: () => undefined });
  for (const option of modelOptions()) command.addOption(option);
  return command.parse(args, { from: "user" }).opts<ModelOptions>();
}

describe("the options for models", () => {
  it("are, where nothing is said, the committed models and no pins", () => {
    expect(optionsFor()).toEqual({ modelDir: "model/trained", modelPin: new Map() });
  });

  it("take a directory, and versions that answer for their names", () => {
    expect(optionsFor("--model-dir", "elsewhere", "--model-pin", "linear@1,spatial@3")).toEqual({
      modelDir: "elsewhere",
      modelPin: new Map([
        ["linear", 1],
        ["spatial", 3],
      ]),
    });
  });

  it.each(["linear", "linear@", "linear@1,linear@2"])("refuse %j as pins", (pins) => {
    expect(() => optionsFor("--model-pin", pins)).toThrow('such as "linear@1,spatial@2"');
  });
});

describe("the name of a model", () => {
  it("is a name, with a version or without", () => {
    expect(parseModelArgument("linear@2")).toEqual({ name: "linear", version: 2 });
    expect(() => parseModelArgument("linear 2")).toThrow('such as "linear@2"');
  });
});

describe("when a command fails", () => {
  it("prints an error that the user can fix in one line, and sets the exit status", async () => {
    const written = jest.spyOn(console, "error").mockImplementation(() => undefined);
    const work = Promise.reject(new HousePriceError("NO_MODEL", "There is none."));
    runCommand(work);
    await expect(work).rejects.toThrow();
    expect(written.mock.calls).toEqual([["NO_MODEL: There is none."]]);
    expect(process.exitCode).toBe(1);
  });
});
