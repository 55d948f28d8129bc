import { createHash } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { cp, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { CALIFORNIA } from "../support/california";
import { PREDICT, runShell } from "../support/commands";
import { COMMITTED, committedModels } from "../support/committed-models";
import { firstLines, HOUSING_CSV, withCell, writeCsv } from "../support/housing-csv";
import { runNode, startNode } from "../support/node-process";
import { temporaryDirectory } from "../support/temporary-directory";
import { eventually } from "../support/waiting";

const THREE = "medInc,aveRooms,aveOccup";

async function pathsFor(lines: readonly string[], ending?: string) {
  const input = await writeCsv(lines, ending);
  const directory = dirname(input);
  return { directory, input, out: join(directory, "out.csv"), rejects: join(directory, "out.rejects.csv") };
}

async function linesOf(path: string): Promise<string[]> {
  return (await readFile(path, "utf8")).trimEnd().split("\n");
}

async function committedModel(id: string) {
  const found = (await committedModels()).find((model) => model.id === id);
  if (!found) throw new Error(`There is no ${id}.`);
  return found;
}

/** What the output has of the prediction of the guide's example. */
async function guidePrediction(): Promise<string> {
  const prediction = (await committedModel("linear@1")).predictValues([3.5, 5, 2]);
  return `${prediction},${prediction * 100_000}`;
}

describe("when a file is scored", () => {
  it("gives each row's prediction and interval exactly as the model computes them", async () => {
    const { input, out, rejects } = await pathsFor(firstLines(500));
    const flags = ["--out", out, "--model", "linear@2", "--interval", "0.8"];
    const { status, stdout, stderr } = await runNode([PREDICT, input, ...flags]);
    expect([status, stdout]).toEqual([0, ""]);
    expect(stderr).toMatch(
      /^500 rows: 500 predicted by linear@2, 0 rejected; 1 row has warnings: PREDICTION_OUT_OF_RANGE 1; \d+ rows\/s\.\n$/,
    );

    const model = await committedModel("linear@2");
    const [header, ...rows] = await linesOf(out);
    const [inputHeader, ...inputRows] = await linesOf(input);
    expect(header).toBe(
      `${inputHeader},predictedHousePrice,predictedHousePriceUsd,lower,lowerUsd,upper,upperUsd,model`,
    );
    expect(rows).toEqual(
      inputRows.map((line) => {
        const row = Float64Array.from(line.split(",").slice(0, CALIFORNIA.width), Number);
        const { lower, upper } = model.interval(row, 0, 0.8);
        const amounts = [model.predict(row), lower, upper].map((value) => `${value},${value * 100_000}`);
        return `${line},${amounts.join(",")},linear@2`;
      }),
    );
    expect(await linesOf(rejects)).toEqual([`line,reason,${inputHeader}`]);
  });

  it("reads a header in the API's names, in any order, and takes the best model for it", async () => {
    const keys = CALIFORNIA.features.map(({ apiName }) => apiName).toReversed();
    const [, ...rows] = firstLines(20).map((line) => line.split(",").slice(0, CALIFORNIA.width).toReversed());
    const { input, out } = await pathsFor([keys.join(","), ...rows.map((cells) => cells.join(","))]);
    expect(await runNode([PREDICT, input, "--out", out])).toMatchObject({ status: 0 });
    const best = (await committedModels()).reduce((a, b) =>
      b.file.metrics.test.rmse < a.file.metrics.test.rmse ? b : a,
    );
    for (const line of (await linesOf(out)).slice(1)) expect(line.split(",").at(-1)).toBe(best.id);
  });

  it("takes a model of three features where the file has no more", async () => {
    const { input, out } = await pathsFor([THREE, "3.5,5.0,2.0"]);
    expect(await runNode([PREDICT, input, "--out", out])).toMatchObject({ status: 0 });
    expect(await linesOf(out)).toEqual([
      `${THREE},predictedHousePrice,predictedHousePriceUsd,model`,
      `3.5,5.0,2.0,${await guidePrediction()},linear@1`,
    ]);
  });

  it("reads CRLF, a byte order mark, quoted cells and other columns, which it carries through", async () => {
    const lines = [`\uFEFFname,${THREE}`, '"Oak, ""old""",3.5,5.0,2.0', '"two\r\nlines","3.5","5.0","2.0"'];
    const { input, out } = await pathsFor(lines, "\r\n");
    expect(await runNode([PREDICT, input, "--out", out])).toMatchObject({ status: 0 });
    const prediction = `${await guidePrediction()},linear@1`;
    expect(await readFile(out, "utf8")).toBe(
      `name,${THREE},predictedHousePrice,predictedHousePriceUsd,model\n${lines[1]},${prediction}\n${lines[2]},${prediction}\n`,
    );
  });

  it("takes the newest version of a name that is given without one", async () => {
    const { input, out } = await pathsFor(firstLines(3));
    expect(await runNode([PREDICT, input, "--out", out, "--model", "linear"])).toMatchObject({ status: 0 });
    expect((await linesOf(out))[1]).toMatch(/,linear@2$/);
  });

  it("takes the pinned version, as the server would", async () => {
    const { input, out } = await pathsFor(firstLines(3));
    const pin = { MODEL_PIN: "linear@1" };
    expect(await runNode([PREDICT, input, "--out", out, "--model", "linear"], pin)).toMatchObject({
      status: 0,
    });
    expect((await linesOf(out))[1]).toMatch(/,linear@1$/);
  });

  it("finds the models where MODEL_DIR says, and warns of a broken one", async () => {
    const models = await temporaryDirectory();
    await cp(join(COMMITTED, "linear"), join(models, "linear"), { recursive: true });
    await writeFile(join(models, "linear", "2", "model.json"), "{");
    const { input, out } = await pathsFor(firstLines(3));
    const { status, stderr } = await runNode([PREDICT, input, "--out", out], { MODEL_DIR: models });
    expect(status).toBe(0);
    expect(stderr).toMatch(/^MODEL_CORRUPT: .*linear\/2\/model\.json /);
    expect((await linesOf(out))[1]).toMatch(/,linear@1$/);
  });
});

describe("when some lines are bad", () => {
  const good = firstLines(30);

  it("predicts the others, reports the bad with line and reason, and keeps them with their cells", async () => {
    const lines = withCell(withCell(good, 3, 0, ""), 7, 2, '"a,b"');
    lines[9] = "1,2,3";
    const { input, out, rejects } = await pathsFor(lines);
    const { status, stderr } = await runNode([PREDICT, input, "--out", out]);
    expect(status).toBe(0);
    expect(stderr.split("\n").slice(0, 3)).toEqual([
      "line 4: MedInc is empty",
      'line 8: AveRooms is not a number: "a,b"',
      'line 10: column "AveRooms": the line ends with it: expected 9 cells, as in the header, but found 3',
    ]);
    expect(stderr).toMatch(/^30 rows: 27 predicted by \S+@\d+, 3 rejected \(see /m);
    expect(stderr).toContain(rejects);
    expect(await linesOf(out)).toHaveLength(1 + 27);
    const kept = await linesOf(rejects);
    expect(kept[0]).toBe(`line,reason,${good[0]}`);
    expect(kept[1]).toBe(`4,MedInc is empty,${lines[3]}`);
    expect(kept[2]).toBe(`8,"AveRooms is not a number: ""a,b""",${lines[7]}`);
    expect(kept[3]).toBe(
      '10,"column ""AveRooms"": the line ends with it: expected 9 cells, as in the header, but found 3",1,2,3',
    );
  });

  it("reports the first ten alone, and keeps all in the file that --rejects names", async () => {
    const bad = good.map((line, i) => (i === 0 ? line : `${line},`));
    const { input, out, directory, rejects } = await pathsFor([...bad, ...good.slice(1)]);
    const named = join(directory, "bad.csv");
    const { status, stderr } = await runNode([PREDICT, input, "--out", out, "--rejects", named]);
    expect(status).toBe(0);
    expect(stderr.match(/^line \d+: /gm)).toHaveLength(10);
    expect(await linesOf(named)).toHaveLength(1 + 30);
    expect(existsSync(rejects)).toBe(false);
  });

  it("ends with status 1 where all rows are bad, and still writes why", async () => {
    const { input, out, rejects } = await pathsFor([THREE, "0,5,2", "3.5,0,2"]);
    const { status, stderr } = await runNode([PREDICT, input, "--out", out]);
    expect(status).toBe(1);
    expect(stderr).toContain(`ALL_ROWS_REJECTED: None of the 2 rows in ${input} could be predicted.`);
    expect(await linesOf(out)).toHaveLength(1);
    expect(await linesOf(rejects)).toHaveLength(3);
  });

  it("rejects a huge line, and goes on after it", async () => {
    const { input, out } = await pathsFor([THREE, "3.5,5,2", "9".repeat(3_000_000), "3.5,5,2"]);
    const { status, stderr } = await runNode([PREDICT, input, "--out", out]);
    expect(status).toBe(0);
    expect(stderr).toMatch(/^line 3: column "medInc": the line is longer than 1048576 characters/);
    expect(await linesOf(out)).toHaveLength(3);
  });
});

describe("when the standard streams are used", () => {
  it("reads the one and writes the other, with nothing between the rows", async () => {
    const { status, stdout, stderr } = await runShell(
      `head -n 101 ${HOUSING_CSV} | $NODE ${PREDICT} - --out - | tail -n +2 | wc -l`,
    );
    expect([status, stdout.trim()]).toEqual([0, "100"]);
    expect(stderr).toMatch(/^100 rows: 100 predicted by /);
  });

  it("reports every bad line on the terminal", async () => {
    const bad = Array.from({ length: 15 }, () => "0,5,2\\n").join("");
    const { stdout, stderr } = await runShell(
      `printf '${THREE}\\n${bad}3.5,5,2\\n' | $NODE ${PREDICT} - --out -`,
    );
    expect(stderr.match(/^line \d+: medInc must be/gm)).toHaveLength(15);
    expect(stdout.trimEnd().split("\n")).toHaveLength(2);
  });

  it("ends in good order where the reader of its output does not want more", async () => {
    const { stdout, stderr } = await runShell(`$NODE ${PREDICT} ${HOUSING_CSV} --out - | head -n 1`);
    expect(stdout).toMatch(/^MedInc,.*,predictedHousePrice,predictedHousePriceUsd,model\n$/);
    expect(stderr).toBe("OUTPUT_UNWRITABLE: Cannot write standard output (EPIPE).\n");
  });

  it("ends at once, without waiting for more input, where the header is bad", async () => {
    const run = startNode([PREDICT, "-", "--out", "-"]);
    run.child.stdin.write("a,b\n1,2\n");
    const { status, stderr } = await run.ended;
    expect(status).toBe(1);
    expect(stderr).toMatch(/^COLUMNS_MISSING: The standard input has no column MedInc, AveRooms, AveOccup, /);
  });
});

describe("when a file has no rows", () => {
  it("gives a header alone for a header alone", async () => {
    const { input, out } = await pathsFor([THREE]);
    const { status, stderr } = await runNode([PREDICT, input, "--out", out]);
    expect(status).toBe(0);
    expect(stderr).toMatch(/^0 rows: 0 predicted by linear@1, 0 rejected;/);
    expect(await readFile(out, "utf8")).toBe(`${THREE},predictedHousePrice,predictedHousePriceUsd,model\n`);
  });

  it("refuses an empty file", async () => {
    const { input, out } = await pathsFor([]);
    const { status, stderr } = await runNode([PREDICT, input, "--out", out]);
    expect([status, stderr]).toEqual([
      1,
      `DATA_INVALID: ${input} is empty: the first line must name the columns.\n`,
    ]);
  });
});

describe("when a command cannot be done", () => {
  const three = [THREE, "3.5,5,2"];
  const cases: [what: string, lines: string[], flags: string[], says: RegExp][] = [
    [
      "a column is missing",
      ["medInc,x", "1,2"],
      [],
      /^COLUMNS_MISSING: .* has no column AveRooms, AveOccup, which linear@1 needs\. Its columns are medInc, x\.$/,
    ],
    [
      "the named model needs more",
      three,
      ["--model", "linear@2"],
      /^COLUMNS_MISSING: .* has no column HouseAge, .* which linear@2 needs/,
    ],
    [
      "cells are separated by semicolons",
      ["medInc;aveRooms;aveOccup"],
      [],
      /^COLUMNS_MISSING: .* separates its cells with semicolons \(";"\): use commas, /,
    ],
    [
      "the version is unknown",
      three,
      ["--model", "linear@99"],
      /^MODEL_UNKNOWN: There is no model linear@99\. Available: linear@1, linear@2/,
    ],
    ["the name is unknown", three, ["--model", "oracle"], /^MODEL_UNKNOWN: There is no model oracle\./],
    ["the model is no name", three, ["--model", "Linear 2"], /^error: .* such as "linear@2"\.$/],
    ["there is no model", three, ["--model-dir", "docs"], /^NO_MODEL: There is no model in docs: /],
    [
      "the coverage is out of range",
      three,
      ["--interval", "1"],
      /^error: .* from 0\.5 to 0\.99, such as 0\.9\.$/,
    ],
    [
      "the output would replace the input",
      three,
      ["--out", "INPUT"],
      /^OPTION_INVALID: --out .* is also the input/,
    ],
    [
      "the rejects would replace the input",
      three,
      ["--rejects", "INPUT"],
      /^OPTION_INVALID: --rejects .* is also the input/,
    ],
    [
      "the rejects would replace the output",
      three,
      ["--rejects", "OUT"],
      /^OPTION_INVALID: --rejects .* is also --out/,
    ],
    [
      "there is no directory for the output",
      three,
      ["--out", "OUT/no/file.csv"],
      /^OUTPUT_UNWRITABLE: .* \(ENOENT\)\. Its directory must exist\.$/,
    ],
    [
      "there is no directory for the rejects",
      three,
      ["--rejects", "OUT/no/file.csv"],
      /^OUTPUT_UNWRITABLE: /,
    ],
    ["the output is a directory", three, ["--out", "DIRECTORY"], /^OUTPUT_UNWRITABLE: .* \(EISDIR\)\.$/],
  ];

  it.each(cases)("ends with one sentence and nothing written where %s", async (_what, lines, flags, says) => {
    const { input, out, directory } = await pathsFor(lines);
    const places: { [name: string]: string } = { INPUT: input, OUT: out, DIRECTORY: directory };
    const given = flags.map((flag) => flag.replace(/^[A-Z]+/, (name) => places[name] ?? name));
    const { status, stderr } = await runNode([PREDICT, input, "--out", out, ...given]);
    expect(stderr.trimEnd()).toMatch(says);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    expect(status).toBe(1);
    expect(await readdir(directory)).toEqual(["housing.csv"]);
    expect(await linesOf(input)).toEqual(lines);
  });

  it("says that an input file does not exist, or is a directory", async () => {
    const directory = await temporaryDirectory();
    const missing = await runNode([PREDICT, join(directory, "no.csv"), "--out", join(directory, "o.csv")]);
    expect(missing.stderr).toMatch(/^DATA_UNREADABLE: .*no\.csv cannot be read \(ENOENT\): /);
    const folder = await runNode([PREDICT, directory, "--out", join(directory, "o.csv")]);
    expect(folder.stderr).toMatch(/^DATA_UNREADABLE: .* cannot be read \(EISDIR\): /);
    expect(await readdir(directory)).toEqual([]);
  });
});

describe("when a run ends before its work is done", () => {
  /** A run that has written some rows, waits for more, and has its output under a temporary name. */
  async function runInTheMiddle(directory: string) {
    const run = startNode([PREDICT, "-", "--out", join(directory, "out.csv")]);
    run.child.stdin.write(`${THREE}\n${"3.5,5,2\n".repeat(10_000)}`);
    await eventually(async () =>
      (await readdir(directory)).find((name) => /^\.out\.csv\..*\.partial$/.test(name)),
    );
    return run;
  }

  it.each(["SIGINT", "SIGTERM"] as const)("leaves nothing after %s, and ends by it", async (signal) => {
    const directory = await temporaryDirectory();
    const run = await runInTheMiddle(directory);
    run.child.kill(signal);
    expect(await run.ended).toMatchObject({ status: null, signal, stderr: "" });
    expect(await readdir(directory)).toEqual([]);
  });

  it("leaves no file under the output's name after SIGKILL, and a former one as it was", async () => {
    const directory = await temporaryDirectory();
    await writeFile(join(directory, "out.csv"), "former\n");
    const run = await runInTheMiddle(directory);
    run.child.kill("SIGKILL");
    await run.ended;
    const visible = (await readdir(directory)).filter((name) => !name.startsWith("."));
    expect(visible).toEqual(["out.csv"]);
    expect(await readFile(join(directory, "out.csv"), "utf8")).toBe("former\n");
  });

  it("leaves nothing where the disk is full, and says so", async () => {
    const directory = await temporaryDirectory();
    // A file may have 64 blocks here: writing beyond them fails as on a disk that is full.
    const { status, stderr } = await runShell(
      `ulimit -f 64; exec $NODE ${PREDICT} ${HOUSING_CSV} --out ${join(directory, "out.csv")}`,
    );
    expect(stderr).toMatch(
      /^OUTPUT_UNWRITABLE: Cannot write .*out\.csv \(EFBIG\)\. Free some space, or write elsewhere\.\n$/,
    );
    expect(status).toBe(1);
    expect(await readdir(directory)).toEqual([]);
  });

  const onLinux = existsSync("/dev/full") ? it : it.skip;
  onLinux("says that a device is full", async () => {
    const { input, rejects } = await pathsFor([THREE, "3.5,5,2"]);
    const { status, stderr } = await runNode([PREDICT, input, "--out", "/dev/full", "--rejects", rejects]);
    expect(stderr).toMatch(/^OUTPUT_UNWRITABLE: Cannot write \/dev\/full \(ENOSPC\)\./);
    expect(status).toBe(1);
    expect(existsSync(rejects)).toBe(false);
  });
});

describe("when the output is a device or a pipe", () => {
  it("makes no rejects file beside it, and reports each rejected line", async () => {
    const { input, directory } = await pathsFor([THREE, "0,5,2", "3.5,5,2"]);
    const run = await runNode([PREDICT, input, "--out", "/dev/null"]);
    expect(run.status).toBe(0);
    expect(run.stderr).toMatch(/^line 2: medInc must be .*\n2 rows: 1 predicted by linear@1, 1 rejected; /);
    expect(existsSync("/dev/null.rejects.csv")).toBe(false);

    const pipe = join(directory, "pipe");
    const { stdout, stderr } = await runShell(
      `mkfifo ${pipe} && { cat ${pipe} & $NODE ${PREDICT} ${input} --out ${pipe}; wait; }`,
    );
    expect(stdout.trimEnd().split("\n")).toHaveLength(2);
    expect(stderr).toMatch(/^line 2: medInc must be /);
    expect((await readdir(directory)).sort()).toEqual(["housing.csv", "pipe"]);
  });
});

describe("when a file comes from another program", () => {
  it("reads lines that end in CR, and a quoted header behind a byte order mark", async () => {
    const { input, out } = await pathsFor(
      ['\uFEFF"medInc", "aveRooms", "aveOccup"', "+3.5,\u00a05,2 "],
      "\r",
    );
    const { status, stderr } = await runNode([PREDICT, input, "--out", out, "--warnings"]);
    expect(stderr).toMatch(/^1 rows: 1 predicted by linear@1, 0 rejected; no row has warnings; /);
    expect(status).toBe(0);
    const [header, row] = await linesOf(out);
    expect(header).toBe(
      '"medInc", "aveRooms", "aveOccup",predictedHousePrice,predictedHousePriceUsd,warnings,model',
    );
    expect(row).toBe(`+3.5,\u00a05,2 ,${await guidePrediction()},,linear@1`);
  });

  it.each([
    [
      "UTF-16",
      Buffer.from(`\uFEFF${THREE}\n3.5,5,2\n`, "utf16le"),
      "is UTF-16 (little-endian): save it as UTF-8.",
    ],
    ["gzip", gzipSync(`${THREE}\n3.5,5,2\n`), "is compressed (gzip): decompress it first."],
  ])("names %s in one sentence", async (_name, bytes, says) => {
    const { input, out } = await pathsFor([]);
    await writeFile(input, bytes);
    const { status, stderr } = await runNode([PREDICT, input, "--out", out]);
    expect([status, stderr]).toEqual([1, `DATA_INVALID: ${input} ${says}\n`]);
  });

  it("never sends its control characters to the terminal", async () => {
    const clear = "\u001b[2J";
    const { input, out } = await pathsFor([`${THREE},${clear}`, `${clear},5,2,x`]);
    const { stderr } = await runNode([PREDICT, input, "--out", out]);
    expect(stderr).toContain('line 2: medInc is not a number: "\\u001b[2J"');
    expect(stderr).not.toContain("\u001b");
    const { input: lacking } = await pathsFor([`medInc,${clear}`]);
    const refused = await runNode([PREDICT, lacking, "--out", `${out}${clear}`]);
    expect(refused.stderr).toContain("Its columns are medInc, \\u001b[2J.");
    expect(refused.stderr).not.toContain("\u001b");
  });

  it("tells of an income in dollars that it is out of range", async () => {
    const { input, out } = await pathsFor([THREE, "35000,5,2"]);
    const { stderr } = await runNode([PREDICT, input, "--out", out, "--warnings"]);
    expect(stderr).toContain("1 row has warnings: FEATURE_OUT_OF_RANGE 1 (medInc 1), ");
    expect((await linesOf(out))[1]).toMatch(/,FEATURE_OUT_OF_RANGE\(medInc\);.*,linear@1$/);
  });
});

describe("when the output is already there", () => {
  it("replaces a file, and what a link points to", async () => {
    const { input, out, directory } = await pathsFor([THREE, "3.5,5,2"]);
    const target = join(directory, "target.csv");
    await writeFile(target, "former\n");
    await symlink(target, out);
    expect(await runNode([PREDICT, input, "--out", out])).toMatchObject({ status: 0 });
    expect(await linesOf(target)).toHaveLength(2);
  });

  it("writes to a device without replacing it", async () => {
    const { input, rejects } = await pathsFor([THREE, "3.5,5,2"]);
    const run = await runNode([PREDICT, input, "--out", "/dev/null", "--rejects", rejects]);
    expect(run).toMatchObject({ status: 0 });
    await expect(readFile("/dev/null", "utf8")).resolves.toBe("");
  });
});

describe("when the whole data set is scored twice", () => {
  it("gives the same bytes", async () => {
    const { out, directory } = await pathsFor([]);
    const digest = async (path: string) => {
      expect(await runNode([PREDICT, HOUSING_CSV, "--out", path, "--interval", "0.9"])).toMatchObject({
        status: 0,
      });
      const hash = createHash("sha256");
      for await (const piece of createReadStream(path)) hash.update(piece);
      return hash.digest("hex");
    };
    expect(await digest(out)).toBe(await digest(join(directory, "again.csv")));
  });
});
