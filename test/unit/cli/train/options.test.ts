import type { CommanderError } from "commander";
import { type TrainingRequest, trainingCommand, trainingTime } from "../../../../cli/train/options";
import type { TrainingOptions } from "../../../../training/train";
import { refusalOf } from "../../../support/refusal";

/** What the command line would train; a refusal is thrown instead of ending the process. */
async function parse(...flags: string[]): Promise<TrainingOptions> {
  return (await requestOf(...flags)).options;
}

async function requestOf(...flags: string[]): Promise<TrainingRequest> {
  const received: TrainingRequest[] = [];
  const command = trainingCommand(async (request) => void received.push(request));
  command.exitOverride().configureOutput({ writeErr: () => undefined });
  await command.parseAsync(flags, { from: "user" });
  return received[0];
}

async function refusal(...flags: string[]): Promise<CommanderError> {
  return parse(...flags).then(
    () => Promise.reject(new Error(`${flags.join(" ")} was accepted`)),
    (error: CommanderError) => error,
  );
}

describe("when flags are left out", () => {
  it("trains the guide's model as the guide does", async () => {
    const { trainedAt, ...options } = await parse();
    expect(options).toMatchObject({
      model: "linear",
      features: undefined,
      table: {},
      seed: 42,
      testSize: 0.2,
      data: "data/california_housing.csv",
      out: "model/trained",
    });
    expect(trainedAt).toBeInstanceOf(Date);
  });
});

describe("when flags are given", () => {
  it("takes each", async () => {
    const flags = [
      "--model",
      "linear",
      "--seed",
      "4294967295",
      "--test-size",
      "0.5",
      "--data",
      "a",
      "--out",
      "b",
    ];
    expect(await parse(...flags)).toMatchObject({ seed: 4294967295, testSize: 0.5, data: "a", out: "b" });
  });

  it("keeps the order of the features, and allows spaces", async () => {
    const { features } = await parse("--features", "AveOccup, MedInc");
    expect(features).toEqual(["AveOccup", "MedInc"]);
  });

  it("takes a description of the table, a note, and the format of the report", async () => {
    const { options, json } = await requestOf(
      ...[
        "--target",
        "price",
        "--dates",
        "dmy",
        "--ignore",
        "a,b",
        "--note",
        "with the sales of May",
        "--json",
      ],
    );
    expect(json).toBe(true);
    expect(options).toMatchObject({
      table: { target: "price", dayFirst: true, ignored: ["a", "b"] },
      note: "with the sales of May",
    });
  });

  it.each([
    [["--seed", "-1"], "from 0 to 4294967295"],
    [["--seed", "4294967296"], "from 0 to 4294967295"],
    [["--seed", "1.5"], "whole number"],
    [["--seed", "x"], "whole number"],
    [["--seed", ""], "whole number"],
    [["--test-size", "0"], "between 0 and 1"],
    [["--test-size", "1"], "between 0 and 1"],
    [["--test-size", "-0.2"], "between 0 and 1"],
    [["--test-size", "NaN"], "between 0 and 1"],
    [["--test-size", " "], "between 0 and 1"],
    [["--note", " "], "at most 2000 characters"],
    [["--currency", "dollars"], "ISO 4217"],
    [["--model", "nonesuch"], "Allowed choices are"],
    [["--sed", "1"], "unknown option '--sed'"],
    [["--seed"], "argument missing"],
    [["linear"], "too many arguments"],
  ])("refuses %j and says what would be right", async (flags, says) => {
    const error = await refusal(...flags);
    expect(error.exitCode).toBe(1);
    expect(error.message).toContain(says);
  });
});

describe("the training time", () => {
  it("is now when SOURCE_DATE_EPOCH is not set", () => {
    const before = Date.now();
    const time = trainingTime(undefined).getTime();
    expect(time).toBeGreaterThanOrEqual(before);
    expect(time).toBeLessThanOrEqual(Date.now());
  });

  it("is what SOURCE_DATE_EPOCH says", () => {
    expect(trainingTime("1795305600").toISOString()).toBe("2026-11-22T00:00:00.000Z");
    expect(trainingTime("0").toISOString()).toBe("1970-01-01T00:00:00.000Z");
    expect(trainingTime("253402300799").toISOString()).toBe("9999-12-31T23:59:59.000Z");
  });

  it.each(["", "-1", "1.5", "now", "253402300800", "9".repeat(400)])("refuses %j", async (epoch) => {
    const error = await refusalOf(() => trainingTime(epoch));
    expect(error.code).toBe("OPTION_INVALID");
    expect(error.message).toContain("SOURCE_DATE_EPOCH");
  });
});
