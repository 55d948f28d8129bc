import { cpSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { build } from "esbuild";

const FILES = ["index.html", "page.css", "icon.svg", "ide/ide.css"];

/**
 * Bundles the page for people and the IDE: scripts without anything inline, beside their style sheets.
 *
 * @param {string} out - folder of both
 */
export async function bundlePage(out) {
  const result = await build({
    entryPoints: { page: "web/main.tsx", ide: "web/ide/main.ts", graphiql: "web/ide/graphiql.ts" },
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
    define: { "process.env.NODE_ENV": '"production"' },
    plugins: [withoutFonts],
    logLevel: "warning",
    // What swc and tsc are told for Node.js does not hold here.
    tsconfigRaw: {},
  });
  for (const name of FILES) cpSync(join("web", name), join(out, basename(name)));
  return result;
}

/** GraphiQL's style sheet is mostly fonts; the system's do as well, and the page's policy allows no others. */
const withoutFonts = {
  name: "without fonts",
  setup(/** @type {import("esbuild").PluginBuild} */ { onLoad }) {
    onLoad({ filter: /graphiql.dist.style\.css$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replaceAll(/@font-face\s*{[^}]*}/g, ""),
      loader: "css",
    }));
  },
};
