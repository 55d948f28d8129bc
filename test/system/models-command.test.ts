import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { MODELS } from "../support/commands";
import { COMMITTED, committedModels } from "../support/committed-models";
import { runNode } from "../support/node-process";
import { temporaryDirectory } from "../support/temporary-directory";

/** The rows of a printed table, cell by cell; the head is the first. */
function tableRows(text: string): string[][] {
  const lines = text.split("\n").filter((line) => line.startsWith("│"));
  return lines.map((line) =>
    line
      .split("│")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const nothing = (cells: number) => Array<string>(cells).fill("");

/** A model directory with the two committed linear models. */
async function copiedModels(): Promise<string> {
  const directory = await temporaryDirectory();
  await cp(join(COMMITTED, "linear"), join(directory, "linear"), { recursive: true });
  return directory;
}

describe("when all models are good", () => {
  it("lists each with what tells it from the others, and ends with status 0", async () => {
    const { status, stdout, stderr } = await runNode([MODELS]);
    expect([status, stderr]).toEqual([0, ""]);
    const [head, ...rows] = tableRows(stdout);
    const models = await committedModels();
    expect(rows).toHaveLength(models.length);
    for (const { file, sha256 } of models) {
      const bytes = await readFile(join(COMMITTED, file.name, String(file.version), "model.json"));
      const row = rows.find(([name, version]) => name === file.name && version === String(file.version));
      expect(Object.fromEntries(head.map((column, i) => [column, row?.[i]]))).toEqual({
        name: file.name,
        version: String(file.version),
        algorithm: file.algorithm,
        "trained at": file.trainedAt,
        sha256: sha256.slice(0, 12),
        status: "ok",
        answers: expect.stringMatching(/^(by default|features lacking|when named)$/),
        rows: String(file.trainingData.rows),
        seed: String(file.trainingData.seed),
        "test size": String(file.trainingData.testSize),
        features: String(file.features.length),
        "test RMSE": String(Number(file.metrics.test.rmse.toPrecision(5))),
        "test R²": file.metrics.test.r2.toFixed(4),
        bytes: String(bytes.length),
      });
    }
  });
});

describe("when a program asks", () => {
  it("gets one JSON document, with when each model answers", async () => {
    const { status, stdout, stderr } = await runNode([MODELS, "--json"]);
    expect([status, stderr]).toEqual([0, ""]);
    const models: unknown = JSON.parse(stdout);
    expect(models).toContainEqual(
      expect.objectContaining({ name: "spatial", status: "ok", when: "by default", seed: 42, pinned: false }),
    );
  });
});

describe("when a model is broken", () => {
  it("lists it as refused, says why, and ends with status 1", async () => {
    const directory = await copiedModels();
    await writeFile(join(directory, "linear", "2", "model.json"), "{");
    const { status, stdout, stderr } = await runNode([MODELS, "--model-dir", directory]);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^MODEL_CORRUPT: .*linear\/2\/model\.json is not complete JSON/);
    const [, ok, refused] = tableRows(stdout);
    expect(ok).toEqual(expect.arrayContaining(["linear", "1", "ok"]));
    expect(refused).toEqual(["linear", "2", "", "", "", "refused: MODEL_CORRUPT", ...nothing(7), "1"]);
  });

  it("lists one whose file is missing without a size", async () => {
    const directory = await copiedModels();
    await rm(join(directory, "linear", "1", "model.json"));
    const { status, stdout } = await runNode([MODELS], { MODEL_DIR: directory });
    expect(status).toBe(1);
    expect(tableRows(stdout).at(-1)).toEqual([
      "linear",
      "1",
      "",
      "",
      "",
      "refused: MODEL_UNREADABLE",
      ...nothing(8),
    ]);
  });
});

describe("when a version is pinned", () => {
  it("marks it, whether MODEL_PIN or pins.json says so", async () => {
    const directory = await copiedModels();
    await writeFile(join(directory, "pins.json"), '{"linear": 1}');
    const statuses = async (environment?: NodeJS.ProcessEnv) => {
      const { status, stdout } = await runNode([MODELS, "--model-dir", directory], environment);
      expect(status).toBe(0);
      return tableRows(stdout)
        .slice(1)
        .map((row) => row[5]);
    };
    expect(await statuses()).toEqual(["ok, pinned", "ok"]);
    expect(await statuses({ MODEL_PIN: "linear@2" })).toEqual(["ok", "ok, pinned"]);
  });

  it("says that a pin cannot be followed, and ends with status 1", async () => {
    const { status, stdout, stderr } = await runNode([MODELS, "--model-pin", "linear@99"]);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^PIN_NOT_SERVED: MODEL_PIN pins linear to version 99, /);
    expect(stdout).not.toContain("pinned");
  });
});

describe("when there is no model", () => {
  it("says so, and ends with status 1", async () => {
    const directory = await temporaryDirectory();
    const { status, stdout, stderr } = await runNode([MODELS, "--model-dir", directory]);
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(/^NO_MODEL: There is no model in [^\n]+\n$/);
  });
});
