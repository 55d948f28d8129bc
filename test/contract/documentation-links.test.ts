import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Lines of the README that somebody with five minutes reads. */
const MAX_README_LINES = 160;

const PAGES = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "*.md"])
  .toString()
  .split("\0")
  .filter((page) => page !== "" && existsSync(page));

/** The anchors that GitHub gives the headings of a page. */
function anchorsOf(page: string): string[] {
  const headings = readFileSync(page, "utf8").matchAll(/^#+ (.+)$/gm);
  return Array.from(headings, ([, heading]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_ -]/gu, "")
      .replaceAll(" ", "-"),
  );
}

/** The links of a page that lead nowhere: to a file that is not there, or to a heading that its page does not have. */
function brokenLinks(page: string): string[] {
  const links = Array.from(readFileSync(page, "utf8").matchAll(/\]\(([^)\s]+)\)/g), ([, link]) => link);
  return links.filter((link) => {
    if (/^[a-z]+:/.test(link)) return false;
    const [path, anchor] = link.split("#");
    const target = path === "" ? page : join(dirname(page), path);
    if (!existsSync(target)) return true;
    return anchor !== undefined && target.endsWith(".md") && !anchorsOf(target).includes(anchor);
  });
}

/** Pages that lead through the sources. */
const WALKS = ["CONTRIBUTING.md", "docs/ARCHITECTURE.md", "docs/MODELS.md", "src/graphql/compiled/README.md"];

/** Folders of a page, in the order in which it names them: a file that is named by itself is in one of them. */
function foldersNamed(text: string): string[] {
  return Array.from(text.matchAll(/`([\w./-]+)\/(?:[\w.-]+)?`/g), ([, folder]) => folder);
}

/** The sources that a page names by path, or by their name alone after a path to their folder, but that are not there. */
function missingFiles(page: string): string[] {
  const text = readFileSync(page, "utf8");
  const folders = [dirname(page), ...foldersNamed(text)].flatMap((folder) => [
    folder,
    join("src", folder),
    join("src/graphql", folder),
    join("model", folder),
  ]);
  const named = Array.from(text.matchAll(/`([\w./-]+\.(?:ts|tsx|mjs))`/g), ([, path]) => path);
  const isThere = (path: string) =>
    existsSync(path) || folders.some((folder) => existsSync(join(folder, path)));
  return named.filter((path) => !path.includes("NAME") && !isThere(path));
}

describe("the documentation", () => {
  it.each(WALKS)("%s names no source that is not there", (page) => {
    expect(missingFiles(page)).toEqual([]);
  });

  it.each(PAGES)("%s has no link that leads nowhere", (page) => {
    expect(brokenLinks(page)).toEqual([]);
  });

  it(`has a README of at most ${MAX_README_LINES} lines, from which each page of docs/ is reached`, () => {
    const readme = readFileSync("README.md", "utf8");
    expect(readme.split("\n").length - 1).toBeLessThanOrEqual(MAX_README_LINES);
    const pages = PAGES.filter((page) => page.startsWith("docs/"));
    expect(pages.length).toBeGreaterThan(10);
    expect(pages.filter((page) => !readme.includes(`(${page})`))).toEqual([]);
  });
});
