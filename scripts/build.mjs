/**
 * Builds dist/: every room compiled file by file, for the commands and the tests, and the server bundled in dist/server/.
 *
 * Where dist/ is newer than every source it writes nothing, so commands that build first can run side by side.
 */
import { readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { bundleServer } from "./bundle-server.mjs";
import { compile } from "./compile.mjs";

const OUT = "dist";
const STAMP = join(OUT, ".built");
const ROOMS = ["src", "schema", "model", "training", "examples"];

const sources = ROOMS.flatMap((room) =>
  readdirSync(room, { recursive: true })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => join(room, path)),
).concat("codegen.ts");

/** Time of the last change, in milliseconds; 0 where there is no such file. */
const changed = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

// A folder's time changes when a file in it is added, removed or renamed.
const settings = [
  ".swcrc",
  "package-lock.json",
  ...readdirSync("scripts").map((name) => join("scripts", name)),
];
const inputs = [...sources, ...sources.map(dirname), ...settings];

if (changed(STAMP) <= Math.max(...inputs.map(changed))) {
  rmSync(OUT, { recursive: true, force: true });
  compile(sources, OUT);
  await bundleServer(join(OUT, "server"));
  writeFileSync(STAMP, "");
}
