import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Ended, runNode } from "./node-process";
import { temporaryDirectory } from "./temporary-directory";

/** What `npm run train`, `predict`, `models`, `evaluate`, `describe` and `schema` start. */
export const TRAIN = "dist/cli/train.js";
export const PREDICT = "dist/cli/predict.js";
export const MODELS = "dist/cli/models.js";
export const EVALUATE = "dist/cli/evaluate.js";
export const DESCRIBE = "dist/cli/describe.js";
export const SCHEMA = "dist/cli/schema.js";
export const EXPORT = "dist/cli/export.js";

/** Runs a line of a POSIX shell to its end; `$NODE` is node. */
export function runShell(line: string): Promise<Pick<Ended, "status" | "stdout" | "stderr">> {
  return new Promise((resolve) => {
    const env = { PATH: process.env.PATH, NODE: process.execPath };
    const child = execFile("sh", ["-c", line], { env, maxBuffer: 2 ** 28 }, (_error, stdout, stderr) =>
      resolve({ status: child.exitCode, stdout, stderr }),
    );
  });
}

/** Runs `node` to its end, and measures the most memory that it ever had resident. */
export async function runMeasured(args: readonly string[]): Promise<{ ended: Ended; peakBytes: number }> {
  const file = join(await temporaryDirectory(), "peak");
  const ended = await runNode(["--require", "./test/support/peak-memory.cjs", ...args], {
    PEAK_MEMORY_FILE: file,
  });
  return { ended, peakBytes: Number(await readFile(file, "utf8")) };
}
