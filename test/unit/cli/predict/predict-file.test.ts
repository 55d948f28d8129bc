import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type PredictionJob, predictFile } from "../../../../cli/predict/predict-file";
import { ModelCatalogue } from "../../../../model/registry/catalogue";
import { parseModelSelection } from "../../../../model/registry/model-selection";
import { committedModels } from "../../../support/committed-models";
import { writeCsv } from "../../../support/housing-csv";
import { refusalOf } from "../../../support/refusal";

const GOOD = ["medInc,aveRooms,aveOccup", "3.5,5,2", "4.5,6,3"];

/** Scores a small file in this process. */
async function score(lines: readonly string[], changes: Partial<PredictionJob> = {}, signal?: AbortSignal) {
  const input = await writeCsv(lines);
  const directory = dirname(input);
  const job: PredictionJob = {
    input,
    output: join(directory, "out.csv"),
    rejects: join(directory, "rejects.csv"),
    selection: undefined,
    coverage: undefined,
    warnings: false,
    ...changes,
  };
  const catalogue = new ModelCatalogue(await committedModels());
  const run = () => predictFile(job, catalogue, signal ?? new AbortController().signal);
  return { run, directory, job };
}

/** What is refused, and what is left beside the input. */
async function refusal(lines: readonly string[], changes: Partial<PredictionJob> = {}) {
  const { run, directory } = await score(lines, changes);
  const { code, message } = await refusalOf(run);
  expect(await readdir(directory)).toEqual(["housing.csv"]);
  return [code, message];
}

describe("when a file is scored", () => {
  it("counts what it did, row by row", async () => {
    const { run, job } = await score([...GOOD, "0,5,2", ""]);
    expect(await run()).toEqual({
      model: "linear@1",
      rows: 3,
      predicted: 2,
      rejected: 1,
      warnings: "no row has warnings",
    });
    expect((await readFile(job.output, "utf8")).split("\n")).toHaveLength(1 + 2 + 1);
  });

  it("writes to the standard output what is asked for, and no rejects file", async () => {
    const written: string[] = [];
    jest.spyOn(process.stdout, "write").mockImplementation((text, ...rest) => {
      written.push(String(text));
      for (const done of rest) if (typeof done === "function") done();
      return true;
    });
    const { run, directory } = await score(GOOD, { output: "-", rejects: undefined });
    await run();
    jest.restoreAllMocks();
    expect(written.join("").split("\n")[0]).toBe(
      "medInc,aveRooms,aveOccup,predictedHousePrice,predictedHousePriceUsd,model",
    );
    expect(await readdir(directory)).toEqual(["housing.csv"]);
  });

  it("takes the model that is named", async () => {
    const { run } = await score(GOOD, { selection: parseModelSelection("linear@1") });
    expect((await run()).model).toBe("linear@1");
  });
});

describe("when it cannot be scored", () => {
  it("names the columns that the named model lacks, and leaves nothing", async () => {
    const selection = { name: "linear", version: 2 };
    const [code, message] = await refusal(GOOD, { selection });
    expect(code).toBe("COLUMNS_MISSING");
    expect(message).toContain("HouseAge, AveBedrms, Population, Latitude, Longitude, which linear@2 needs");
  });

  it("names those of the model that lacks the fewest, where none is named", async () => {
    const [code, message] = await refusal(["medInc,aveRooms,latitude"]);
    expect(code).toBe("COLUMNS_MISSING");
    expect(message).toContain("has no column AveOccup, which linear@1 needs");
  });

  it("tells an unknown model from the known ones", async () => {
    const [code, message] = await refusal(GOOD, { selection: { name: "linear", version: 99 } });
    expect(code).toBe("MODEL_UNKNOWN");
    expect(message).toContain("There is no model linear@99. Available: linear@1, linear@2");
  });

  it("refuses an empty file, and a header that is broken", async () => {
    expect((await refusal([]))[0]).toBe("DATA_INVALID");
    expect((await refusal(['"medInc,aveRooms']))[1]).toContain(
      "line 1, column 1: the column names cannot be read, because a quote is",
    );
  });

  it("leaves no output where the rejects cannot be written", async () => {
    const [code, message] = await refusal(GOOD, { rejects: "no/such/folder/rejects.csv" });
    expect(code).toBe("OUTPUT_UNWRITABLE");
    expect(message).toContain("no/such/folder/rejects.csv (ENOENT). Its directory must exist.");
  });

  const onLinux = existsSync("/dev/full") ? it : it.skip;
  onLinux("leaves no rejects where the output's device is full", async () => {
    const [code, message] = await refusal(GOOD, { output: "/dev/full" });
    expect(code).toBe("OUTPUT_UNWRITABLE");
    expect(message).toContain("/dev/full (ENOSPC). Free some space");
  });

  it("says that the input does not exist", async () => {
    expect((await refusal(GOOD, { input: "nowhere.csv" }))[1]).toMatch(
      /^nowhere\.csv cannot be read \(ENOENT\)/,
    );
  });
});

describe("when the work is ended early", () => {
  it("leaves nothing", async () => {
    const controller = new AbortController();
    controller.abort();
    const { run, directory } = await score(GOOD, {}, controller.signal);
    await expect(run()).rejects.toThrow("aborted");
    expect(await readdir(directory)).toEqual(["housing.csv"]);
  });
});

describe("parseModelSelection", () => {
  it.each([
    ["linear", { name: "linear" }],
    ["linear@2", { name: "linear", version: 2 }],
    ["linear@0", undefined],
    ["linear@", undefined],
    ["@2", undefined],
    ["../linear@2", undefined],
    ["Linear", undefined],
    ["linear@2@3", undefined],
    ["", undefined],
  ])("reads %j as %j", (text, selection) => {
    expect(parseModelSelection(text)).toEqual(selection);
  });
});
