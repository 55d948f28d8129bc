import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const LICENCE_FILE = /^(licen[cs]e|copying|notice)/i;

/**
 * The licences of the packages that are part of a bundle; most demand that they come along with it.
 *
 * @param {readonly import("./bundled-packages.mjs").BundledPackage[]} packages
 * @returns {string} a text for people
 */
export function licencesOf(packages) {
  return [...new Set(packages.map(licenceOf))].join("\n\n");
}

/** @param {import("./bundled-packages.mjs").BundledPackage} of */
function licenceOf({ folder, name, version, license }) {
  const texts = readdirSync(folder)
    .filter((file) => LICENCE_FILE.test(file))
    .map((file) => readFileSync(join(folder, file), "utf8").trim());
  return [`${name} ${version} (${license})`, ...texts].join("\n\n");
}
