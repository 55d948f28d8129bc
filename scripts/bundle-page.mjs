import { cpSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const FILES = ["index.html", "page.css", "icon.svg"];

/**
 * Bundles the page for people: one script without anything inline, beside its style sheet.
 *
 * @param {string} out - folder of the page
 */
export async function bundlePage(out) {
  const result = await build({
    entryPoints: { page: "web/main.tsx" },
    outdir: out,
    bundle: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    minify: true,
    jsx: "automatic",
    jsxImportSource: "preact",
    legalComments: "none",
    metafile: true,
    logLevel: "warning",
    // What swc and tsc are told for Node.js does not hold here.
    tsconfigRaw: {},
  });
  for (const name of FILES) cpSync(join("web", name), join(out, name));
  return result;
}
