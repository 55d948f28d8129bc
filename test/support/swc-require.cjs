/**
 * Lets Node run the TypeScript sources as they are, by swc with the options of .swcrc: `node --require FILE x.ts`.
 *
 * Where CHILD_COVERAGE names a directory, the statements that ran are written there at the end of the process.
 */
const { createHash, randomUUID } = require("node:crypto");
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");
const { transformFileSync } = require("@swc/core");

const directory = process.env.CHILD_COVERAGE;
const COVERED = /\/(src|schema|model|training|cli)\//;

require.extensions[".ts"] = (module, path) => {
  const code =
    directory && COVERED.test(path)
      ? cached(path, instrument)
      : transformFileSync(path, { sourceMaps: "inline" }).code;
  module._compile(code, path);
};

/** The source with a counter at each statement, as jest counts those that run in its own processes. */
function instrument(path) {
  const { createInstrumenter } = require("istanbul-lib-instrument");
  const { code, map } = transformFileSync(path, { sourceMaps: true });
  const instrumenter = createInstrumenter({ compact: false, coverageVariable: "__coverage__" });
  return instrumenter.instrumentSync(code, path, JSON.parse(map));
}

const CACHE = join("node_modules", ".cache", "instrumented");

/** Instrumenting takes seconds for the whole server, and a hundred servers are started. */
function cached(path, make) {
  const key = createHash("sha256").update(path).update(readFileSync(path)).digest("hex");
  const kept = join(CACHE, `${key}.js`);
  try {
    return readFileSync(kept, "utf8");
  } catch {
    const code = make(path);
    const draft = `${kept}.${randomUUID()}`;
    mkdirSync(CACHE, { recursive: true });
    writeFileSync(draft, code);
    renameSync(draft, kept);
    return code;
  }
}

if (directory) {
  process.on("exit", () => {
    writeFileSync(join(directory, `${randomUUID()}.json`), JSON.stringify(globalThis.__coverage__ ?? {}));
  });
}
