import { randomUUID } from "node:crypto";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
} from "node:fs";
import { join } from "node:path";
import { KEY_FILE } from "./build-key.mjs";

/** The folder of all builds, each by its key. */
const BUILDS = ".dist";

/** The link to the current build. */
export const LINK = "dist";

/** A server that runs loads files from the build that it was started from: the last few builds stay. */
const KEPT_BUILDS = 5;

/** No build takes so long: what is older was left by one that was killed. */
const ABANDONED_MS = 3_600_000;

const DRAFT = "draft-";
const KEY = /^[0-9a-f]{16}$/;

/** A new folder beside the builds, on the same file system. */
export function draftFolder() {
  const draft = join(BUILDS, `${DRAFT}${randomUUID()}`);
  mkdirSync(draft, { recursive: true });
  return draft;
}

/** @param {string} key */
export const isBuilt = (key) => existsSync(join(BUILDS, key, KEY_FILE));

/**
 * Gives a draft its place. Of two processes that build the same, the first one wins, and the other's draft is dropped.
 *
 * @param {string} draft
 * @param {string} key
 */
export function keepBuild(draft, key) {
  try {
    renameSync(draft, join(BUILDS, key));
  } catch (error) {
    if (!isBuilt(key)) throw error;
    rmSync(draft, { recursive: true });
  }
}

/**
 * Points dist/ to a build, in one step where the system can replace a link.
 *
 * @param {string} key
 */
export function linkTo(key) {
  const now = new Date();
  utimesSync(join(BUILDS, key), now, now);
  const draft = draftFolder();
  const link = join(draft, LINK);
  // Relative, so that the checkout can be moved. A junction needs no privilege on Windows, and is absolute there.
  symlinkSync(join(BUILDS, key), link, "junction");
  try {
    replaceByLink(link, draft);
  } finally {
    rmSync(draft, { recursive: true });
  }
}

/**
 * @param {string} link
 * @param {string} draft - a folder for what was there
 */
function replaceByLink(link, draft) {
  const old = lstatSync(LINK, { throwIfNoEntry: false });
  // A folder: a copy of a build.
  if (old?.isDirectory()) renameSync(LINK, join(draft, "old"));
  try {
    renameSync(link, LINK);
  } catch (error) {
    // Windows does not replace a junction.
    if (!old?.isSymbolicLink()) throw error;
    unlinkSync(LINK);
    renameSync(link, LINK);
  }
}

/** Removes all builds but the last few, and what builds that were killed have left. */
export function removeOldBuilds() {
  const folders = readdirSync(BUILDS).flatMap((name) => {
    const time = statSync(join(BUILDS, name), { throwIfNoEntry: false })?.mtimeMs;
    return time === undefined ? [] : { name, time };
  });
  const builds = folders.filter(({ name }) => KEY.test(name)).sort((a, b) => b.time - a.time);
  const drafts = folders.filter(
    ({ name, time }) => name.startsWith(DRAFT) && Date.now() - time > ABANDONED_MS,
  );
  for (const { name } of [...builds.slice(KEPT_BUILDS), ...drafts]) {
    rmSync(join(BUILDS, name), { recursive: true, force: true });
  }
}
