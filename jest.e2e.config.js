const base = require("./jest.base.config");

/** The tests that need a container engine and a browser, and those that measure: `npm run test:e2e`. */
module.exports = {
  ...base,
  testMatch: ["<rootDir>/test/e2e/**/*.test.ts"],
  testTimeout: 600_000,
  // One at a time: some measure, and the others would take the processor from them.
  maxWorkers: 1,
};
