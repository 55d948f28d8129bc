import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { transformFileSync } from "@swc/core";
import { build } from "esbuild";
import { bundlePage } from "./bundle-page.mjs";
import { bundledPackages } from "./bundled-packages.mjs";
import { licencesOf } from "./licences.mjs";
import { sbomOf } from "./sbom.mjs";

const ENTRY = "src/main.ts";

/** Packages that Fastify loads when a route has a JSON schema, which none has: `src/app.ts` refuses them. */
const NEVER_LOADED = ["@fastify/ajv-compiler", "@fastify/fast-json-stringify-compiler"];

/** In an ES module, the CommonJS packages have no `require` of their own for the modules of Node.js. */
const REQUIRE = 'import{createRequire}from"node:module";const require=createRequire(import.meta.url);';

/** @type {import("esbuild").BuildOptions} */
const OPTIONS = {
  bundle: true,
  platform: "node",
  target: "node20.11",
  external: NEVER_LOADED,
  // Its hashes in JavaScript would stand in for Node's own, which @apollo/utils.createhash does not find in a bundle.
  alias: { "sha.js": fileURLToPath(new URL("node-hash.cjs", import.meta.url)) },
  minifySyntax: true,
  // Names and lines stay, for the stacks of errors.
  minifyWhitespace: true,
  lineLimit: 200,
  sourcemap: "linked",
  sourcesContent: false,
  legalComments: "none",
  metafile: true,
  logLevel: "warning",
};

/**
 * Bundles the server with all its packages. Most of the time of a start goes into finding, reading and compiling some 750
 * files; of the bundle only what a start needs is read. What is imported at run time is a file of its own, and so is
 * what is required there.
 *
 * Of a CommonJS package that is imported at run time, esbuild gives the default export alone: where others are needed, a file
 * of ours imports the package, and that file is imported at run time.
 *
 * @param {string} out - folder for main.mjs and the files beside it, for the page for people, and for the licences of the packages
 *   and their software bill of materials
 * @returns {Promise<import("esbuild").Metafile[]>}
 */
export async function bundleServer(out) {
  /** @type {Set<string>} */
  const required = new Set();
  const server = await build({
    ...OPTIONS,
    entryPoints: { main: ENTRY },
    outdir: out,
    format: "esm",
    splitting: true,
    outExtension: { ".js": ".mjs" },
    banner: { js: REQUIRE },
    // ES modules have another word for their folder; the page is read from there.
    define: { __dirname: "import.meta.dirname" },
    plugins: [requiredApart(required), compiledBySwc, graphqlOnce],
  });
  const apart = await build({
    ...OPTIONS,
    entryPoints: [...required],
    entryNames: "[name]",
    outdir: out,
    format: "cjs",
    outExtension: { ".js": ".cjs" },
    plugins: [compiledBySwc, graphqlOnce],
  });
  const page = await bundlePage(join(out, "page"));
  const metafiles = [server, apart, page].map(({ metafile }) => metafile);
  const bundle = bundledPackages(metafiles);
  writeFileSync(join(out, "LICENCES.txt"), licencesOf(bundle.packages));
  writeFileSync(join(out, "sbom.cdx.json"), sbomOf(bundle));
  return metafiles;
}

/** swc emits the metadata of decorators, which type-graphql needs and esbuild leaves out. */
const compiledBySwc = {
  name: "compiled by swc",
  setup(/** @type {import("esbuild").PluginBuild} */ { onLoad }) {
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const module = { type: /** @type {const} */ ("es6"), ignoreDynamic: true };
      return { contents: transformFileSync(path, { module, sourceMaps: "inline" }).code };
    });
  },
};

/**
 * Finds graphql's ES modules also where its CommonJS files are required: its two copies would refuse each other's objects. Of
 * CommonJS, each of a hundred importers would get an object of its own with a getter for each of 300 names, which took a sixth of
 * a start.
 */
const graphqlOnce = {
  name: "graphql once",
  setup(/** @type {import("esbuild").PluginBuild} */ { onResolve }) {
    onResolve({ filter: /^graphql(\/|$)/ }, ({ importer, path }) => ({
      path: createRequire(importer).resolve(path).replace(/\.js$/, ".mjs"),
    }));
  },
};

/**
 * Leaves out what our own code requires at run time, and notes it: a bundle would otherwise load it at the start.
 *
 * @param {Set<string>} required - is filled with the paths of the sources
 */
const requiredApart = (required) => ({
  name: "required apart",
  setup(/** @type {import("esbuild").PluginBuild} */ { onResolve }) {
    onResolve({ filter: /^\.\/[\w-]+$/ }, ({ kind, importer, path }) => {
      if (kind !== "require-call" || !importer.endsWith(".ts")) return undefined;
      required.add(join(dirname(importer), `${path}.ts`));
      return { path: `./${basename(path)}.cjs`, external: true };
    });
  },
});
