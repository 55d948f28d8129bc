import { join } from "node:path";
import { build } from "esbuild";

/**
 * Bundles a source with the packages that it imports, which are ES modules alone: as one file of CommonJS, every version of Node that
 * is supported can require it.
 *
 * @param {string} source - its path without ending
 * @param {string} out - the folder of the build
 */
export async function bundleModules(source, out) {
  await build({
    entryPoints: [`${source}.ts`],
    outfile: join(out, `${source}.js`),
    bundle: true,
    platform: "node",
    target: "node20.11",
    format: "cjs",
    logLevel: "warning",
  });
}
