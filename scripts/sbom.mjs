import { readFileSync } from "node:fs";

/**
 * The software bill of materials of a bundle, in CycloneDX 1.6. It has no time and no serial number, so that one commit gives
 * one document.
 *
 * @param {ReturnType<typeof import("./bundled-packages.mjs").bundledPackages>} bundle
 * @returns {string} JSON
 */
export function sbomOf({ packages, imports }) {
  const { name, version, description, license } = JSON.parse(readFileSync("package.json", "utf8"));
  const lock = JSON.parse(readFileSync("package-lock.json", "utf8"));
  const purls = new Map(packages.map((each) => [each.folder, purlOf(each)]));
  const purlsOf = (/** @type {string[]} */ folders) =>
    [...new Set(folders.map((folder) => purls.get(folder)))].sort();

  // One version may be installed in several folders.
  const components = new Map(packages.map((each) => [purlOf(each), componentOf(each, lock)]));
  const dependencies = new Map([...components.keys()].map((ref) => [ref, new Set()]));
  for (const each of packages)
    for (const purl of purlsOf(each.imports)) dependencies.get(purlOf(each))?.add(purl);

  const application = { type: "application", "bom-ref": name, name, version, description };
  const bom = {
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: {
      lifecycles: [{ phase: "build" }],
      component: { ...application, licenses: [{ expression: license }] },
    },
    components: [...components.values()],
    dependencies: [
      { ref: name, dependsOn: purlsOf(imports) },
      ...[...dependencies].map(([ref, on]) => ({ ref, dependsOn: [...on].sort() })),
    ],
  };
  return `${JSON.stringify(bom, null, 2)}\n`;
}

/**
 * @param {import("./bundled-packages.mjs").BundledPackage} of
 * @param {{packages: Record<string, {integrity?: string}>}} lock
 */
function componentOf({ folder, name, version, license, ...rest }, lock) {
  const [, scope, base] = /^(?:(@[^/]+)\/)?(.+)$/.exec(name) ?? [];
  const path = folder.slice(folder.indexOf("node_modules/"));
  const [algorithm, hash] = lock.packages[path]?.integrity?.split("-") ?? [];
  if (algorithm !== "sha512") throw new Error(`${path}: package-lock.json has no SHA-512 of it.`);
  const purl = purlOf({ folder, name, version, license, ...rest });
  return {
    type: "library",
    "bom-ref": purl,
    ...(scope && { group: scope }),
    name: base,
    version,
    hashes: [{ alg: "SHA-512", content: Buffer.from(hash, "base64").toString("hex") }],
    licenses: [{ expression: license }],
    purl,
  };
}

/** @param {import("./bundled-packages.mjs").BundledPackage} of */
function purlOf({ name, version }) {
  return `pkg:npm/${name.replace(/^@/, "%40")}@${encodeURIComponent(version)}`;
}
