import { readFileSync } from "node:fs";
import { cp, readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { readModel } from "../../model/file/read-model";
import { TRAIN } from "../support/commands";
import { committedFile, committedPath } from "../support/committed-models";
import { everyNthLine, withCell, writeTable } from "../support/housing-csv";
import { runNode, startNode } from "../support/node-process";
import { temporaryDirectory } from "../support/temporary-directory";
import { everythingIn } from "../support/training";
import { eventually } from "../support/waiting";

const lines = everyNthLine(200);

const versionsIn = async (out: string) => (await readdir(join(out, "linear"))).sort();

describe("when a training run goes well", () => {
  it("prints its metrics and coefficients, and ends with the guide's words", async () => {
    const out = await temporaryDirectory();
    const { status, stdout, stderr } = await runNode([
      TRAIN,
      "--data",
      await writeTable(lines),
      "--out",
      out,
    ]);
    expect(stderr).toBe("");
    expect(status).toBe(0);
    for (const word of ["R²", "RMSE", "MAE", "train", "test", "MedInc", "(intercept)"])
      expect(stdout).toContain(word);
    expect(stdout).toContain(join(out, "linear/1/model.json"));
    expect(stdout.trimEnd().split("\n").at(-1)).toBe("Model trained and saved successfully.");
    expect((await readModel(join(out, "linear/1/model.json"))).id).toBe("linear@1");
  });

  it("gives the same bytes twice where SOURCE_DATE_EPOCH is set", async () => {
    const data = await writeTable(lines);
    const train = async () => {
      const out = await temporaryDirectory();
      const flags = ["--data", data, "--out", out, "--seed", "7", "--features", "Latitude,MedInc"];
      expect(await runNode([TRAIN, ...flags], { SOURCE_DATE_EPOCH: "1000000000" })).toMatchObject({
        status: 0,
      });
      return readFile(join(out, "linear/1/model.json"), "utf8");
    };
    const [first, second] = await Promise.all([train(), train()]);
    expect(first).toBe(second);
    expect(first).toContain('"trainedAt": "2001-09-09T01:46:40.000Z"');
  });

  it.each([
    [1, []],
    [2, ["--features", "all"]],
  ])("gives the committed version %d, byte for byte, by the documented command", async (version, flags) => {
    const out = await temporaryDirectory();
    for (let older = 1; older < version; older++) {
      await cp(dirname(committedPath(older)), join(out, "linear", String(older)), { recursive: true });
    }
    const epoch = new Date(committedFile(version).trainedAt).getTime() / 1000;
    const run = runNode([TRAIN, "--model", "linear", ...flags, "--out", out], {
      SOURCE_DATE_EPOCH: String(epoch),
    });
    expect(await run).toMatchObject({ status: 0 });
    const committed = dirname(committedPath(version));
    const trained = join(out, "linear", String(version));
    const files = (await readdir(committed)).sort();
    expect((await readdir(trained)).sort()).toEqual(files);
    for (const file of files) {
      expect(await readFile(join(trained, file), "utf8")).toBe(await readFile(join(committed, file), "utf8"));
    }
  });
});

describe("when two runs are at work at once", () => {
  it("lets each take a version of its own", async () => {
    const out = await temporaryDirectory();
    const data = await writeTable(lines);
    const runs = [1, 2].map(() => runNode([TRAIN, "--data", data, "--out", out]));
    for (const { status, stderr } of await Promise.all(runs)) expect([status, stderr]).toEqual([0, ""]);
    expect(await versionsIn(out)).toEqual(["1", "2"]);
    for (const version of await versionsIn(out)) {
      expect((await readModel(join(out, "linear", version, "model.json"))).file.version).toBe(
        Number(version),
      );
    }
  });
});

describe("when a run is killed", () => {
  it("leaves whole versions or none, whenever it happens", async () => {
    const out = await temporaryDirectory();
    const data = await writeTable(lines);
    // The first run shows when a version appears; the others are killed at moments around that one.
    const began = Date.now();
    await runNode([TRAIN, "--data", data, "--out", out]);
    const duration = Date.now() - began;
    for (const part of [0.6, 0.8, 0.95]) {
      const run = startNode([TRAIN, "--data", data, "--out", out]);
      await sleep(duration * part);
      run.child.kill("SIGKILL");
      await run.ended;
    }
    const versions = (await versionsIn(out)).filter((name) => !name.startsWith("."));
    expect(versions).toContain("1");
    for (const version of versions) {
      expect(version).toMatch(/^[1-9]$/);
      await readModel(join(out, "linear", version, "model.json"));
    }
  });

  it("leaves no version where it is killed as soon as the draft appears", async () => {
    const out = await temporaryDirectory();
    const run = startNode([TRAIN, "--data", await writeTable(lines), "--out", out]);
    await eventually(async () => ((await everythingIn(out)).length > 0 ? true : undefined));
    run.child.kill("SIGKILL");
    await run.ended;
    // Either it was too late, and the version is whole, or there is none.
    for (const version of (await versionsIn(out)).filter((name) => /^[1-9]/.test(name))) {
      await readModel(join(out, "linear", version, "model.json"));
    }
  });
});

describe("when a run cannot go well", () => {
  const cases: [what: string, flags: string[], says: string][] = [
    ["an unknown feature", ["--features", "MedInc,Pool"], 'unknown: "Pool". Available: MedInc'],
    ["a file that does not exist", ["--data", "nowhere.csv"], "nowhere.csv cannot be read (ENOENT)"],
  ];

  it.each(cases)("ends with one sentence for %s, and writes nothing", async (_what, flags, says) => {
    const out = join(await temporaryDirectory(), "out");
    const { status, stdout, stderr } = await runNode([TRAIN, "--out", out, ...flags]);
    expect(status).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toContain(says);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    await expect(readdir(out)).rejects.toThrow("ENOENT");
  });

  it("names the lines of data that cannot be trained on, and writes nothing", async () => {
    const out = join(await temporaryDirectory(), "out");
    const data = await writeTable(withCell(lines, 3, 0, ""));
    const { status, stderr } = await runNode([TRAIN, "--data", data, "--out", out]);
    expect(status).toBe(1);
    expect(stderr).toBe(
      `DATA_INVALID: ${data} has 1 bad line: correct or remove it.\nline 4: MedInc is empty\n`,
    );
    await expect(readdir(out)).rejects.toThrow("ENOENT");
  });

  it("says where SOURCE_DATE_EPOCH is wrong", async () => {
    const { status, stderr } = await runNode([TRAIN], { SOURCE_DATE_EPOCH: "today" });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^OPTION_INVALID: SOURCE_DATE_EPOCH is "today": [^\n]+\n$/);
  });

  it("says where the model cannot be saved", async () => {
    const before = readFileSync("package.json");
    const { status, stderr } = await runNode([
      TRAIN,
      "--data",
      await writeTable(lines),
      "--out",
      "package.json",
    ]);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^MODEL_UNWRITABLE: Cannot write to package.json\/linear [^\n]+\n$/);
    expect(readFileSync("package.json")).toEqual(before);
  });
});
