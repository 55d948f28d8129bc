import { readFileSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { LinearEstimator } from "../../model/estimators/linear/linear-format";
import { formatModelFile, parseModelFile } from "../../model/file/format";
import { linearEstimatorOf } from "./committed-models";

/** The versions of a model for tests: each is `linear`, with an intercept that tells which version computed. */

/** How far the intercepts of two versions that follow each other are apart, in the target's unit. */
export const STEP = 0.01;

/** The text of a proven version: the committed `linear@1` with its intercept shifted by `shift`. */
export function versionText(version: number, shift = version * STEP): string {
  const parsed = parseModelFile(JSON.parse(readFileSync("model/trained/linear/1/model.json", "utf8")));
  if (!parsed.ok) throw new Error(parsed.problem);
  const { format: _f, formatVersion: _v, checksum: _c, version: _n, ...content } = parsed.file;
  const { golden } = content;
  const estimator = linearEstimatorOf(content);
  const shifted: LinearEstimator = { ...estimator, intercept: estimator.intercept + shift };
  return formatModelFile(
    {
      ...content,
      estimator: shifted,
      golden: golden.map((row) => ({ ...row, prediction: row.prediction + shift })),
    },
    version,
  );
}

/** The text of a version of a table whose first column has another unit. */
export function versionOfAnotherTable(version: number, trainedAt: string): string {
  const parsed = parseModelFile(JSON.parse(versionText(version)));
  if (!parsed.ok) throw new Error(parsed.problem);
  const { format: _f, formatVersion: _v, checksum: _c, version: _n, ...content } = parsed.file;
  const [first, ...fields] = content.table.fields;
  const table = { ...content.table, fields: [{ ...first, unit: "euros" }, ...fields] };
  return formatModelFile({ ...content, table, trainedAt }, version);
}

/** A text of the same length that was damaged after it was saved: one digit of a number differs. */
export function damaged(text: string): string {
  return text.replace(
    /("intercept": -?\d\.)(\d)/,
    (_all, start, digit) => start + ((Number(digit) + 1) % 10),
  );
}

/** A model directory of one test. */
export class ModelDirectory {
  private writes = 0;

  private constructor(readonly path: string) {}

  static async create(): Promise<ModelDirectory> {
    return new ModelDirectory(await mkdtemp(join(tmpdir(), "house-price-models-")));
  }

  file(version: number): string {
    return join(this.path, "linear", String(version), "model.json");
  }

  /** Adds a version as docs/MODELS.md says: under a name that is not looked at, then renamed. */
  async add(version: number, text = versionText(version)): Promise<void> {
    const draft = join(this.path, "linear", `.adding-${version}`);
    await mkdir(draft, { recursive: true });
    await this.write(join(draft, "model.json"), text);
    await rename(draft, dirname(this.file(version)));
  }

  /** Writes over a version in its place, as nobody should. */
  async overwrite(version: number, text: string): Promise<void> {
    await mkdir(dirname(this.file(version)), { recursive: true });
    await this.write(this.file(version), text);
  }

  /** Two writes never have the same time, whatever the step of the file system's clock. */
  private async write(path: string, text: string): Promise<void> {
    await writeFile(path, text);
    await utimes(path, ++this.writes, this.writes);
  }

  async remove(version: number): Promise<void> {
    await rm(dirname(this.file(version)), { recursive: true, force: true });
  }

  /** Writes `pins.json` all at once. */
  async pin(pins: unknown): Promise<void> {
    const draft = join(this.path, ".pins.json");
    await writeFile(draft, typeof pins === "string" ? pins : JSON.stringify(pins));
    await rename(draft, join(this.path, "pins.json"));
  }

  async unpin(): Promise<void> {
    await rm(join(this.path, "pins.json"), { force: true });
  }

  async delete(): Promise<void> {
    await rm(this.path, { recursive: true, force: true });
  }
}
