import { execFileSync } from "node:child_process";
import { pathToFileURL } from "node:url";
import { PROJECT } from "./docker";

const MODULE = pathToFileURL(`${PROJECT}/scripts/install-packages.mjs`).href;

/** Installs the packages of a folder unless they are installed, as the benchmark does. */
export function installPackages(folder: string): void {
  const program = `(await import(${JSON.stringify(MODULE)})).installPackages(${JSON.stringify(folder)})`;
  execFileSync(process.execPath, ["--input-type=module", "--eval", program], { stdio: "inherit" });
}
