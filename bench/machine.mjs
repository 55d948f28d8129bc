import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { arch, cpus, release, totalmem, type } from "node:os";
import { join } from "node:path";
import { figure } from "./table.mjs";

const require = createRequire(import.meta.url);

export function machineName() {
  return `${cpus()[0].model}, ${type()} ${release()}, Node.js ${process.version}`;
}

/** What the results depend on, one line each. */
export function describeMachine() {
  const [cpu, ...others] = cpus();
  return [
    `${cpu.model}, ${others.length + 1} cores, ${arch()}, ${figure(totalmem() / 1024 ** 3)} GB of memory`,
    `${type()} ${release()}, Node.js ${process.version}`,
    ["@apollo/server", "graphql", "fastify", "mercurius", "graphql-yoga"]
      .map((name) => `${name} ${installedVersion(name)}`)
      .join(", "),
    new Date().toISOString().slice(0, 10),
  ];
}

/** @param {string} name */
function installedVersion(name) {
  for (const directory of require.resolve.paths(name) ?? []) {
    try {
      return JSON.parse(readFileSync(join(directory, name, "package.json"), "utf8")).version;
    } catch {
      // Not in this directory: Node looks further up too.
    }
  }
  return "not installed";
}
