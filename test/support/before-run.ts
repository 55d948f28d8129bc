import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Before any test runs: builds dist/, which the tests of whole processes start, and makes a directory for `train-once.ts`. */
export default function beforeRun(): void {
  execFileSync(process.execPath, ["scripts/build.mjs"], { stdio: "inherit" });
  const directory = mkdtempSync(join(tmpdir(), "house-price-run-"));
  process.on("exit", () => rmSync(directory, { recursive: true, force: true }));
  process.env.TEST_RUN_DIRECTORY = directory;
}
