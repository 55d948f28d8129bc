import { link, mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { predictCommand } from "../../../../cli/predict/options";
import type { PredictionJob } from "../../../../cli/predict/predict-file";
import { refusalOf } from "../../../support/refusal";
import { temporaryDirectory } from "../../../support/temporary-directory";

const start = process.cwd();

beforeEach(async () => {
  process.chdir(await temporaryDirectory());
  await writeFile("in.csv", "a\n1\n");
});

afterEach(() => process.chdir(start));

async function jobOf(...args: string[]): Promise<PredictionJob> {
  const jobs: PredictionJob[] = [];
  const command = predictCommand(async (job) => void jobs.push(job));
  command.exitOverride().configureOutput({ writeErr: () => undefined });
  await command.parseAsync(args, { from: "user" });
  return jobs[0];
}

const rejectsOf = async (out: string) => (await jobOf("in.csv", "--out", out)).rejects;

describe("the command line of npm run predict", () => {
  it("needs an input and an output, and adds nothing else", async () => {
    expect(await jobOf("in.csv", "--out", "out.csv")).toEqual({
      input: "in.csv",
      output: "out.csv",
      rejects: "out.rejects.csv",
      selection: undefined,
      coverage: undefined,
      warnings: false,
    });
    await expect(jobOf("in.csv")).rejects.toThrow("--out");
  });

  it("takes a model, an interval, warnings and a file for rejected rows", async () => {
    const options = ["--model", "linear@2", "--interval", "0.8", "--warnings", "--rejects", "bad.csv"];

    expect(await jobOf("in.csv", "--out", "out.csv", ...options)).toMatchObject({
      rejects: "bad.csv",
      selection: { name: "linear", version: 2 },
      coverage: 0.8,
      warnings: true,
    });
  });
});

describe("the file of rejected rows", () => {
  it.each([
    ["out.csv", "out.rejects.csv"],
    ["out.CSV", "out.rejects.csv"],
    ["out.parquet", "out.rejects.csv"],
    ["out.csv.txt", "out.csv.txt.rejects.csv"],
    ["-", undefined],
    ["/dev/stdout", undefined],
    ["/proc/self/fd/1", undefined],
  ])("beside %s is %s", async (out, rejects) => {
    expect(await rejectsOf(out)).toBe(rejects);
  });

  it("is none beside what is no file", async () => {
    await mkdir("folder");
    expect(await rejectsOf("folder")).toBeUndefined();
    await writeFile("there.csv", "");
    expect(await rejectsOf("there.csv")).toBe("there.rejects.csv");
  });
});

describe("files that must be different", () => {
  it.each([
    [["in.csv", "--out", "in.csv"], "--out in.csv is also the input: choose another file."],
    [["in.csv", "--out", "./in.csv"], "--out ./in.csv is also the input: choose another file."],
    [["in.csv", "--out", "link.csv"], "--out link.csv is also the input: choose another file."],
    [["in.csv", "--out", "same.csv"], "--out same.csv is also the input: choose another file."],
    [
      ["in.csv", "--out", "o.csv", "--rejects", "in.csv"],
      "--rejects in.csv is also the input: choose another file.",
    ],
    [
      ["in.csv", "--out", "o.csv", "--rejects", "o.csv"],
      "--rejects o.csv is also --out: choose another file.",
    ],
    [["in.csv", "--out", "-", "--rejects", "-"], "--rejects - is also --out: choose another file."],
  ])("%j are refused", async (args, message) => {
    await symlink("in.csv", "link.csv");
    await link("in.csv", "same.csv");
    const refusal = await refusalOf(() => jobOf(...args));

    expect([refusal.code, refusal.message]).toEqual(["OPTION_INVALID", message]);
  });

  it("may be the standard input and the standard output, or the same device", async () => {
    expect(await jobOf("-", "--out", "-")).toMatchObject({ input: "-", output: "-", rejects: undefined });
    expect(await jobOf("in.csv", "--out", "/dev/null", "--rejects", "/dev/null")).toMatchObject({
      rejects: "/dev/null",
    });
    expect(await jobOf("in.csv", "--out", "new.csv", "--rejects", "bad.csv")).toMatchObject({
      output: "new.csv",
    });
    await mkdir("other");
    await writeFile(join("other", "in.csv"), "");
    expect(await jobOf("in.csv", "--out", "other/in.csv")).toMatchObject({ output: "other/in.csv" });
  });
});
