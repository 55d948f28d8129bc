import { readFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "..");
const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
const [, ...args] = scripts.start.split(" && ").at(-1).split(" ");
const file = args.pop();

/** What starts this server: the command of `npm start`, once everything is built. */
export const SERVER_COMMAND = [process.execPath, ...args, join(ROOT, file)];
