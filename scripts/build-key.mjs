import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";

/** In a build, the file that holds its key. */
export const KEY_FILE = ".built";

const ROOMS = ["src", "schema", "model", "training", "export", "cli", "examples"];

/** What the compilers read besides the sources; npm's own lockfile names the packages that are in fact installed. */
const SETTINGS = [
  ".swcrc",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  join("node_modules", ".package-lock.json"),
];

/** Paths of everything that is compiled, in a fixed order. */
export function findSources() {
  const files = ROOMS.flatMap((room) => filesIn(room, ".ts")).concat("codegen.ts");
  return files.filter((file) => !file.endsWith(".d.ts"));
}

/** Paths of what the page for people is made of. */
function findPageSources() {
  return [".ts", ".tsx", ".html", ".css", ".svg"].flatMap((ending) => filesIn("web", ending));
}

/** Paths of the table schemas, which sources import. */
export function findSchemas() {
  return filesIn("data", ".schema.json");
}

/**
 * What a build depends on, by content: a time may be wrong after a checkout, a copy or a change of the clock. It leaves out
 * Node's version, since nothing that is written depends on it.
 *
 * @returns {string} part of a hash, for the name of a folder
 */
export function buildKey() {
  const hash = createHash("sha256");
  const sources = [...findSources(), ...findPageSources(), ...findSchemas()];
  for (const path of [...sources, ...filesIn("scripts", "js"), ...SETTINGS]) {
    const content = contentOf(path);
    // With the length, no content can look like the next file's name.
    hash.update(`${path.split(sep).join("/")}\0${content?.length ?? "absent"}\0`);
    if (content) hash.update(content);
  }
  return hash.digest("hex").slice(0, 16);
}

/**
 * @param {string} folder
 * @param {string} ending - of the names
 */
function filesIn(folder, ending) {
  return readdirSync(folder, { recursive: true })
    .filter((path) => path.endsWith(ending))
    .map((path) => join(folder, path))
    .sort();
}

/** @param {string} path */
function contentOf(path) {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
    return undefined;
  }
}
