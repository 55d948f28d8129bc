/**
 * Loaded before a program: each path that ends as HANGING_PATH does hangs as on a file system that does not answer, with a
 * thread of the process held for ever. A FIFO without a writer, at HANGING_FIFO, holds the thread.
 */
const fs = require("node:fs");
const { syncBuiltinESMExports } = require("node:module");

const { HANGING_PATH, HANGING_FIFO } = process.env;

for (const name of ["open", "stat"]) {
  const call = fs.promises[name];
  fs.promises[name] = (path, ...rest) =>
    String(path).endsWith(HANGING_PATH) && fs.existsSync(path)
      ? new Promise((resolve) => fs.open(HANGING_FIFO, "r", resolve))
      : call(path, ...rest);
}
syncBuiltinESMExports();
