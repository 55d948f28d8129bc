import { tmpdir } from "node:os";
import { join } from "node:path";

/** Set by `npm run mutation`. */
const { FOLDER = "model", SHARE = "1" } = process.env;

/** Mutation testing of one room. The mutants run in a copy of the project. */
export default {
  mutate: [`${FOLDER}/**/*.ts`],
  // Reuses the results of mutants whose source and tests have not changed.
  incremental: SHARE === "1",
  incrementalFile: `coverage/mutation/${FOLDER}.json`,
  plugins: ["@stryker-mutator/jest-runner", import.meta.resolve("./sample-checker.mjs")],
  checkers: ["sample"],
  testRunner: "jest",
  jest: { configFile: "test/mutation/jest.config.js", enableFindRelatedTests: false },
  coverageAnalysis: "perTest",
  // A mutant of a constant would need all tests of the folder.
  ignoreStatic: true,
  concurrency: 1,
  timeoutMS: 20_000,
  dryRunTimeoutMinutes: 20,
  // The preprocessor needs the API of TypeScript 5; the project's tsconfig.json has no paths to rewrite.
  tsconfigFile: "none",
  ignorePatterns: [
    "/.dist",
    "/dist",
    "/coverage",
    "/bench",
    "/test/mutation/node_modules",
    "/test/e2e",
    "/web",
  ],
  reporters: ["clear-text", "progress-append-only"],
  clearTextReporter: { logTests: false, reportTests: false, allowColor: false },
  allowEmpty: true,
  tempDirName: join(tmpdir(), `mutants-${process.pid}`),
};
