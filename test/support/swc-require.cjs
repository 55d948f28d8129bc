/**
 * Lets Node run the TypeScript sources as they are, by swc with the options of .swcrc: `node --require FILE x.ts`.
 *
 * Where CHILD_COVERAGE names a directory, the statements that ran are written there at the end of the process.
 */
const { randomUUID } = require("node:crypto");
const { writeFileSync } = require("node:fs");
const { join } = require("node:path");
const { transformFileSync } = require("@swc/core");

const directory = process.env.CHILD_COVERAGE;
const COVERED = /\/(src|schema|model|training)\//;

require.extensions[".ts"] = (module, path) => {
  const { code, map } = transformFileSync(path, { sourceMaps: directory ? true : "inline" });
  module._compile(directory && COVERED.test(path) ? instrument(code, path, JSON.parse(map)) : code, path);
};

let instrumenter;

/** As jest instruments what runs in its own processes. */
function instrument(code, path, map) {
  const { createInstrumenter } = require("istanbul-lib-instrument");
  instrumenter ??= createInstrumenter({ compact: false, coverageVariable: "__coverage__" });
  return instrumenter.instrumentSync(code, path, map);
}

if (directory) {
  process.on("exit", () => {
    writeFileSync(join(directory, `${randomUUID()}.json`), JSON.stringify(globalThis.__coverage__ ?? {}));
  });
}
