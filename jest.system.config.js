const base = require("./jest.base.config");

/** The tests that start many processes, train for long or generate load: `npm run test:system`. */
module.exports = {
  ...base,
  testMatch: ["<rootDir>/test/system/**/*.test.ts"],
  setupFiles: ["reflect-metadata"],
  testTimeout: 600_000,
  // One file at a time: each has the processor to itself, as the servers that it starts need it too.
  maxWorkers: 1,
};
