import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const LIBRARIES = ["danfojs-node", "ml-regression-multivariate-linear", "ml-matrix", "pure-rand"];

/** Name and installed version of each library, stored in the model file. */
export function libraryVersions(): { name: string; version: string }[] {
  return LIBRARIES.map((name) => ({ name, version: installedVersion(name) }));
}

/** Not every package exports its package.json. */
function installedVersion(name: string): string {
  const manifest = module.paths
    .map((folder) => join(folder, name, "package.json"))
    .find((path) => existsSync(path));
  if (manifest === undefined) throw new Error(`${name} is not installed`);
  return JSON.parse(readFileSync(manifest, "utf8")).version;
}
