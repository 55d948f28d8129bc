/** What all test commands have in common. */
module.exports = {
  testEnvironment: "node",
  transform: { "\\.ts$": "@swc/jest" },
  globalSetup: "<rootDir>/test/support/build.ts",
  modulePathIgnorePatterns: ["<rootDir>/dist/", "<rootDir>/.dist/"],
};
