const base = require("../../jest.base.config");

/** The quick tests of the folders in TESTS. Nothing is built: they start no processes. */
module.exports = {
  ...base,
  rootDir: process.cwd(),
  globalSetup: undefined,
  testMatch: (process.env.TESTS ?? "test/unit")
    .split(" ")
    .map((folder) => `<rootDir>/${folder}/**/*.test.ts`),
  setupFiles: ["reflect-metadata"],
  testTimeout: 60_000,
  maxWorkers: 1,
};
