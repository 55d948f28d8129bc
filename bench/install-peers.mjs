import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { join } from "node:path";

const HERE = import.meta.dirname;

export function installPeers() {
  const changed = (/** @type {string} */ path) =>
    statSync(join(HERE, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (changed("node_modules/.package-lock.json") >= changed("package-lock.json")) return;
  execFileSync("npm", ["ci", "--prefix", HERE, "--no-audit", "--no-fund"], { stdio: "inherit" });
}
