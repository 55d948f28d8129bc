import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

/** The folder of the engines that exported models are tested in. */
export const ENGINES = resolve("test/engines");

/**
 * Installs the engines unless they are installed. Their scripts do not run: that of onnxruntime-node downloads libraries for graphics
 * cards.
 */
export function installEngines(): void {
  if (existsSync(join(ENGINES, "node_modules/.package-lock.json"))) return;
  const options = ["--ignore-scripts", "--no-audit", "--no-fund"];
  execFileSync("npm", ["ci", ...options], { cwd: ENGINES, stdio: "inherit" });
}

/** Loads an engine's package. */
export const requireEngine: NodeJS.Require = createRequire(join(ENGINES, "package.json"));
