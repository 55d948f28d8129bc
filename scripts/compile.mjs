import { mkdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { transformFileSync } from "@swc/core";

/**
 * Compiles TypeScript by swc, file by file, with the options of .swcrc, which the tests use too.
 *
 * @param {readonly string[]} sources
 * @param {string} out - the folder that gets the same tree of JavaScript
 */
export function compile(sources, out) {
  for (const source of sources) {
    const { code, map } = transformFileSync(source);
    const target = join(out, source.replace(/\.ts$/, ".js"));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, `${code}//# sourceMappingURL=${basename(target)}.map\n`);
    writeFileSync(`${target}.map`, map);
  }
}
