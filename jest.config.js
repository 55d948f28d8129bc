/** The tests that need Node alone: `npm test`. */
module.exports = {
  testEnvironment: "node",
  transform: { "\\.ts$": "@swc/jest" },
  setupFiles: ["reflect-metadata"],
  globalSetup: "<rootDir>/test/support/build.ts",
  testMatch: ["<rootDir>/test/**/*.test.ts"],
  testPathIgnorePatterns: ["/node_modules/", "<rootDir>/test/e2e/"],
  modulePathIgnorePatterns: ["<rootDir>/dist/"],
  collectCoverage: true,
  collectCoverageFrom: ["{src,schema,model,training}/**/*.ts", "examples/client/*.ts", "codegen.ts"],
  coverageReporters: ["text-summary", "lcov"],
  coverageThreshold: { global: { statements: 95 } },
  // Some tests train on all rows, or wait for processes; slow machines need more than the usual 5 seconds.
  testTimeout: 60_000,
  maxWorkers: 2,
};
