import { readFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "..");
const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
const [, options, file] = /&& node (.*)(dist\/server\/main\.mjs)$/.exec(scripts.start);

/** What starts this server: the command of `npm start`, once everything is built. */
export const SERVER_COMMAND = [process.execPath, ...options.trim().split(" "), join(ROOT, file)];
