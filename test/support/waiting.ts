import { setTimeout as sleep } from "node:timers/promises";

/** Waits until `find` gives something; fails after 20 seconds. */
export async function eventually<T>(find: () => T | undefined | Promise<T | undefined>): Promise<T> {
  const deadline = Date.now() + 20_000;
  while (Date.now() < deadline) {
    const found = await find();
    if (found !== undefined) return found;
    await sleep(10);
  }
  throw new Error(`It did not happen: ${find}`);
}
