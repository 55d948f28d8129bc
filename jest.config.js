const base = require("./jest.base.config");

/** Options that leave a run complete; any other argument selects tests. */
const KEEPS_ALL = /^--(coverage|ci|json|outputFile=|maxWorkers=|silent|verbose|colors|logHeapUsage|no-cache)/;

const IS_COMPLETE = process.argv.slice(2).every((argument) => KEEPS_ALL.test(argument));

/** Counting takes half as long again; continuous integration does it. */
const COUNTS_COVERAGE = process.argv.includes("--coverage");

/** The quick tests, `npm test`; or any that need Node alone, `npx jest FILE`. */
module.exports = {
  ...base,
  testMatch: [
    `<rootDir>/test/${IS_COMPLETE ? "{unit,integration,contract}" : "{unit,integration,contract,system}"}/**/*.test.ts`,
  ],
  setupFiles: ["reflect-metadata"],
  setupFilesAfterEnv: ["<rootDir>/test/support/child-coverage.ts"],
  globals: { COUNTS_COVERAGE },
  collectCoverageFrom: [
    "{src,schema,model,training,export,cli}/**/*.ts",
    "examples/client/*.ts",
    "codegen.ts",
  ],
  coverageReporters: ["text-summary", "lcov"],
  // Of single files it says nothing. The system tests, which cover more, are not counted.
  ...(IS_COMPLETE && { coverageThreshold: { global: { statements: 94 } } }),
  // For tests that hang; on a busy machine the others may take a minute.
  testTimeout: IS_COMPLETE ? 180_000 : 600_000,
  // One more than two cores: tests of connections wait for a quarter of their time.
  maxWorkers: 3,
};
