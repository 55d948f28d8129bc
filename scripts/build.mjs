/**
 * Compiles the TypeScript of every room to dist/ by swc, with the options of .swcrc, which the tests use too.
 *
 * Where dist/ is newer than every source it writes nothing, so commands that build first can run side by side.
 */
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { transformFileSync } from "@swc/core";

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
const inputs = [...sources, ...sources.map(dirname), ".swcrc", "package.json"];

if (changed(STAMP) <= Math.max(...inputs.map(changed))) {
  rmSync(OUT, { recursive: true, force: true });
  for (const source of sources) {
    const { code, map } = transformFileSync(source);
    const target = join(OUT, source.replace(/\.ts$/, ".js"));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, `${code}//# sourceMappingURL=${basename(target)}.map\n`);
    writeFileSync(`${target}.map`, map);
  }
  writeFileSync(STAMP, "");
}
