import { setTimeout as sleep } from "node:timers/promises";

/** How long a test waits for what is sure to come: on a busy machine, a process takes a while to start. */
export const PATIENCE_MS = 120_000;

/** Waits until `find` gives something; fails after two minutes. */
export async function eventually<T>(find: () => T | undefined | Promise<T | undefined>): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    const found = await find();
    if (found !== undefined) return found;
    await sleep(10);
  }
  throw new Error(`It did not happen: ${find}`);
}
