import { execFileSync } from "node:child_process";

/** Before any test runs: builds dist/, which the tests of whole processes start. */
export default function build(): void {
  execFileSync(process.execPath, ["scripts/build.mjs"], { stdio: "inherit" });
}
