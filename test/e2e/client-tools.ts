import { execFileSync } from "node:child_process";
import { join, resolve } from "node:path";

/** The folder of the tools that make clients. */
export const CLIENT_TOOLS = resolve("test/client-tools");

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
