import { execFileSync } from "node:child_process";
import { installPackages } from "./install-packages.mjs";

/**
 * Mutation testing: changes the sources of a folder one by one, and counts the changes that no test notices.
 *
 *     npm run mutate -- model/table          all mutants of a folder
 *     npm run mutate -- training 0.05        a random sample of 5 %
 *
 * The tests are those of the same folder below test/unit. The report is in coverage/mutation.json.
 */
const [folder = "model", share = "1"] = process.argv.slice(2);
const tools = "test/mutation";

installPackages(tools);
const env = { TESTS: `test/unit/${folder}`, ...process.env, MUTATE: `${folder}/**/*.ts`, SHARE: share };
execFileSync(`${tools}/node_modules/.bin/stryker`, ["run", "test/mutation/stryker.config.mjs"], {
  env,
  stdio: "inherit",
});
