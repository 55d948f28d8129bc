/** The tests that need a container engine and a browser, and those that measure: `npm run test:e2e`. */
module.exports = {
  testEnvironment: "node",
  globalSetup: "<rootDir>/test/support/build.ts",
  transform: { "\\.ts$": "@swc/jest" },
  testMatch: ["<rootDir>/test/e2e/**/*.test.ts"],
  testTimeout: 600_000,
  // One at a time: some measure, and the others would take the processor from them.
  maxWorkers: 1,
};
