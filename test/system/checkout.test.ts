import { execFileSync, spawnSync } from "node:child_process";
import { join } from "node:path";
import { loadModels } from "../../model/registry/version-reader";
import { temporaryDirectory } from "../support/temporary-directory";

const isRepository = spawnSync("git", ["rev-parse", "--verify", "HEAD"]).status === 0;
if (!isRepository) console.warn("Skips the tests of checkouts: they need git and the repository's own .git.");

/** Settings that have git write CRLF line endings where a repository does not forbid it. The first is common on Windows. */
const SETTINGS = [
  ["core.autocrlf=true"],
  ["core.autocrlf=false", "core.eol=crlf"],
  ["core.autocrlf=input", "core.eol=crlf"],
];

function git(directory: string, args: readonly string[], input = ""): string {
  const options = { cwd: directory, input, encoding: "utf8", maxBuffer: 2 ** 26 } as const;
  return execFileSync("git", args, { ...options, stdio: ["pipe", "pipe", "ignore"] }).trim();
}

/** A clone of HEAD, made with these settings. */
async function cloneWith(settings: readonly string[]): Promise<string> {
  const clone = join(await temporaryDirectory(), "clone");
  git(".", [...settings.flatMap((setting) => ["-c", setting]), "clone", "--quiet", ".", clone]);
  return clone;
}

/** The tracked files with the hash of their bytes on disk, in the form of `git ls-tree`. */
function hashesOnDisk(clone: string): string[] {
  const paths = git(clone, ["-c", "core.quotePath=false", "ls-files"]);
  const hashes = git(clone, ["hash-object", "--no-filters", "--stdin-paths"], paths).split("\n");
  return paths.split("\n").map((path, i) => `${hashes[i]} ${path}`);
}

(isRepository ? describe : describe.skip).each(SETTINGS)("a clone made with %s", (...settings) => {
  it("has every file as it was committed, byte for byte, and its models load", async () => {
    const clone = await cloneWith(settings);
    const format = "--format=%(objectname) %(path)";
    const committed = git(clone, ["-c", "core.quotePath=false", "ls-tree", "-r", format, "HEAD"]);
    expect(hashesOnDisk(clone)).toEqual(committed.split("\n"));

    const { models, refusals: refused } = await loadModels(join(clone, "model/trained"));
    expect(refused).toEqual([]);
    expect(models.length).toBeGreaterThan(2);
  });
});
