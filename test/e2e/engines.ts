import { createRequire } from "node:module";
import { join, resolve } from "node:path";

/** The folder of the engines that exported models are tested in. */
export const ENGINES = resolve("test/engines");

/** Loads an engine's package. */
export const requireEngine: NodeJS.Require = createRequire(join(ENGINES, "package.json"));
