import { execFileSync } from "node:child_process";
import { installPackages } from "./install-packages.mjs";

/**
 * Mutation testing: changes the sources of a folder one by one, and counts the changes that no test notices.
 *
 *     npm run mutation -- model/table          all mutants of a folder
 *     npm run mutation -- training 0.05        a random sample of 5 %
 *     npm run mutation -- training 0.05 2      another sample
 *
 * The tests are those of the same folder below test/unit. The results are in coverage/mutation/, and the next run reuses
 * those of mutants whose source and tests have not changed.
 */
const [folder = "model", share = "1", sample = "1"] = process.argv.slice(2);
const tools = "test/mutation";

installPackages(tools);
const env = { TESTS: `test/unit/${folder}`, ...process.env, FOLDER: folder, SHARE: share, SAMPLE: sample };
execFileSync(`${tools}/node_modules/.bin/stryker`, ["run", "test/mutation/stryker.config.mjs"], {
  env,
  stdio: "inherit",
});
