import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { machinesTable } from "./machines-table.mjs";

const FILE = "RESULTS.md";
const ALL = "All machines";
const ENGINES = "Whole tables, in other engines";

/** The first line of the README's table of servers. */
const README_TABLE = /^\| +\| House Price GraphQL .*\n(?:\|.*\n)+/m;

/**
 * Writes RESULTS.md: a table over all machines, a section for each, and one for tables in other engines. Sections of other machines
 * stay as they are.
 *
 * @param {string} directory
 * @param {readonly import("./runs.mjs").Run[]} runs - the last is the one that has just ended
 * @param {string} section - of that one, without its heading
 */
export function writeResults(directory, runs, section) {
  const sections = readSections(directory);
  const last = runs.at(-1)?.machine ?? "";
  sections.set(last, section);
  const engines = sections.get(ENGINES);
  const parts = [
    "# Results of the benchmark",
    "Written by `npm run bench`; [docs/BENCHMARK.md](../docs/BENCHMARK.md) tells how to read it. A run adds a section, or replaces that of the same machine.",
    `## ${ALL}`,
    `Ranges over ${runs.length} ${runs.length === 1 ? "machine" : "machines"}.`,
    machinesTable(runs),
    `The last run, on ${last}:`,
    "![Throughput](results.svg)",
    ...runs.flatMap(({ machine }) => [`## ${machine}`, sections.get(machine) ?? "Not kept."]),
    ...(engines === undefined ? [] : [`## ${ENGINES}`, engines]),
  ];
  writeFileSync(join(directory, FILE), `${parts.join("\n\n")}\n`);
}

/**
 * Writes the section of tables in other engines, and leaves all others.
 *
 * @param {string} directory
 * @param {string} section - without its heading
 */
export function writeEngines(directory, section) {
  const file = join(directory, FILE);
  const text = existsSync(file) ? readFileSync(file, "utf8") : "# Results of the benchmark\n";
  const others = text.split(/^(?=## )/m).filter((part) => !part.startsWith(`## ${ENGINES}\n`));
  writeFileSync(file, `${others.join("").trimEnd()}\n\n## ${ENGINES}\n\n${section}\n`);
}

/** @param {string} directory */
function readSections(directory) {
  const file = join(directory, FILE);
  return existsSync(file) ? sectionsOf(readFileSync(file, "utf8")) : new Map();
}

/** The sections, by their headings. @param {string} text @returns {Map<string, string>} */
function sectionsOf(text) {
  const [, ...sections] = text.split(/^## /m);
  return new Map(
    sections.map((section) => {
      const end = section.indexOf("\n");
      return [section.slice(0, end).trim(), section.slice(end).trim()];
    }),
  );
}

/**
 * Puts the table over all machines into the README.
 *
 * @param {string} file
 * @param {readonly import("./runs.mjs").Run[]} runs
 */
export function updateReadme(file, runs) {
  const text = readFileSync(file, "utf8");
  if (!README_TABLE.test(text)) throw new Error(`${file} has no table of servers to replace.`);
  writeFileSync(
    file,
    text.replace(README_TABLE, () => `${machinesTable(runs)}\n`),
  );
}
