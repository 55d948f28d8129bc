import { readFileSync } from "node:fs";
import { join } from "node:path";

const FOLDER = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//;

/**
 * A package of which a bundle contains code.
 *
 * @typedef {object} BundledPackage
 * @property {string} folder - where it is installed
 * @property {string} name
 * @property {string} version
 * @property {string} license - SPDX expression
 * @property {string[]} imports - folders of the bundled packages that it imports
 */

/**
 * The packages of which the bundles contain code, in the order of their folders. A file that is read but adds nothing to the
 * output, such as one of types alone, does not count.
 *
 * @param {readonly import("esbuild").Metafile[]} metafiles
 * @returns {{packages: BundledPackage[], imports: string[]}} with the folders of the packages that our own code imports
 */
export function bundledPackages(metafiles) {
  const folders = new Set(metafiles.flatMap(bundledFiles).flatMap((file) => folderOf(file) ?? []));
  /** @type {Map<string | undefined, Set<string>>} */
  const imports = new Map();
  for (const [file, { imports: imported }] of metafiles.flatMap(({ inputs }) => Object.entries(inputs))) {
    const importer = folderOf(file);
    for (const folder of imported.flatMap(({ path }) => folderOf(path) ?? [])) {
      if (folder === importer) continue;
      imports.set(importer, (imports.get(importer) ?? new Set()).add(folder));
    }
  }
  const importsOf = (/** @type {string | undefined} */ importer) => {
    const seen = new Set(imports.get(importer));
    for (const folder of seen) {
      // A package that only exports another again adds nothing to a bundle: what it imports counts instead.
      if (!folders.has(folder)) for (const next of imports.get(folder) ?? []) seen.add(next);
    }
    return [...seen].filter((folder) => folder !== importer && folders.has(folder)).sort();
  };
  const packages = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    return { folder, name, version, license, imports: importsOf(folder) };
  });
  return { packages, imports: importsOf(undefined) };
}

/**
 * @param {import("esbuild").Metafile} metafile
 * @returns {string[]} paths of the files of which the output contains at least one byte
 */
function bundledFiles({ outputs }) {
  const inputs = Object.values(outputs).flatMap((output) => Object.entries(output.inputs));
  return inputs.flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? file : []));
}

/** @param {string} file */
function folderOf(file) {
  return FOLDER.exec(file)?.[1];
}
