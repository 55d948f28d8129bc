/**
 * Builds dist/: every room compiled file by file, for the commands and the tests, and the server bundled in dist/server/.
 *
 * Each build is a folder of its own, `.dist/KEY`, named for the content that it is made from; dist/ is a link to one of them.
 * A build appears whole or not at all, so commands that build first can run side by side, and a server that runs keeps the
 * files that it has yet to load. Where dist/ is current, nothing is written.
 */
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildKey, findSchemas, findSources, KEY_FILE } from "./build-key.mjs";
import { draftFolder, isBuilt, keepBuild, LINK, linkTo, removeOldBuilds } from "./builds.mjs";

process.chdir(join(import.meta.dirname, ".."));

try {
  await bringUpToDate();
} catch (error) {
  if (!["EROFS", "EACCES", "EPERM"].includes(error.code)) throw error;
  console.error(`${LINK}/ is older than its sources, and ${error.path} cannot be written (${error.code}).`);
  console.error("Run `npm run build` as a user who may write to this folder.");
  process.exitCode = 1;
}

async function bringUpToDate() {
  let key = buildKey();
  if (linkedKey() === key) return;
  // A source that changes during a build would be compiled under the key of its old content: then it is built again.
  while (!isBuilt(key)) {
    const draft = await build(key);
    const keyAfterwards = buildKey();
    if (keyAfterwards === key) keepBuild(draft, key);
    key = keyAfterwards;
  }
  linkTo(key);
  removeOldBuilds();
}

/** The key of what dist/ holds; it may also be a copy of a build, without a link. */
function linkedKey() {
  try {
    return readFileSync(join(LINK, KEY_FILE), "utf8");
  } catch {
    return undefined;
  }
}

/**
 * @param {string} key
 * @returns {Promise<string>} the folder of the build
 */
async function build(key) {
  // Only a build needs the compilers; loading them takes longer than finding that dist/ is current.
  const [{ compile }, { bundleServer }, { bundleModules }] = await Promise.all([
    import("./compile.mjs"),
    import("./bundle-server.mjs"),
    import("./bundle-modules.mjs"),
  ]);
  const draft = draftFolder();
  compile(findSources(), draft);
  for (const schema of findSchemas()) cpSync(schema, join(draft, schema));
  await bundleServer(join(draft, "server"));
  await bundleModules("cli/predict/parquet/library", draft);
  writeFileSync(join(draft, KEY_FILE), key);
  return draft;
}
