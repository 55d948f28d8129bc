/** What all test commands have in common. */
module.exports = {
  testEnvironment: "node",
  // hyparquet and its writer are ES modules alone.
  transform: { "\\.ts$": "@swc/jest", "/hyparquet[^/]*/src/.*\\.js$": "@swc/jest" },
  transformIgnorePatterns: ["/node_modules/(?!hyparquet)"],
  globalSetup: "<rootDir>/test/support/before-run.ts",
  modulePathIgnorePatterns: ["<rootDir>/dist/", "<rootDir>/.dist/"],
};
