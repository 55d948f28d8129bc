/** Whether the statements that run are counted: `--coverage=false` is for one file, while you work on it. */
const COUNTS_COVERAGE = !process.argv.includes("--coverage=false");

/** The tests that need Node alone: `npm test`. */
module.exports = {
  testEnvironment: "node",
  transform: { "\\.ts$": "@swc/jest" },
  setupFiles: ["reflect-metadata"],
  setupFilesAfterEnv: ["<rootDir>/test/support/child-coverage.ts"],
  globalSetup: "<rootDir>/test/support/build.ts",
  testMatch: ["<rootDir>/test/**/*.test.ts"],
  testPathIgnorePatterns: ["/node_modules/", "<rootDir>/test/e2e/"],
  modulePathIgnorePatterns: ["<rootDir>/dist/"],
  collectCoverage: COUNTS_COVERAGE,
  globals: { COUNTS_COVERAGE },
  collectCoverageFrom: ["{src,schema,model,training}/**/*.ts", "examples/client/*.ts", "codegen.ts"],
  coverageReporters: ["text-summary", "lcov"],
  coverageThreshold: { global: { statements: 95 } },
  // Some tests train on all rows, or wait for processes; slow machines need more than the usual 5 seconds.
  testTimeout: 60_000,
  maxWorkers: 2,
};
