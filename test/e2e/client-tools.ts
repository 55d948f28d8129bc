import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

/** The folder of the tools that make clients. */
const CLIENT_TOOLS = resolve("test/client-tools");

/** Installs the tools unless they are installed. */
export function installClientTools(): void {
  if (existsSync(join(CLIENT_TOOLS, "node_modules/.package-lock.json"))) return;
  const options = ["--ignore-scripts", "--no-audit", "--no-fund"];
  execFileSync("npm", ["ci", ...options], { cwd: CLIENT_TOOLS, stdio: "inherit" });
}

/**
 * Runs a command of the tools in a folder.
 *
 * @throws Error with what it printed where it fails
 */
export function runClientTool(command: string, parameters: readonly string[], folder: string): void {
  try {
    execFileSync(process.execPath, [join(CLIENT_TOOLS, "node_modules/.bin", command), ...parameters], {
      cwd: folder,
      stdio: "pipe",
      encoding: "utf8",
    });
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
    throw new Error(`${command} failed: ${stdout}${stderr}`);
  }
}
