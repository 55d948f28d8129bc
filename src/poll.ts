import { setTimeout as sleep } from "node:timers/promises";

/**
 * Calls `look` repeatedly. Each call starts one interval after the previous one has finished, so that calls to a slow volume
 * never overlap.
 *
 * @param intervalMs - poll interval in milliseconds
 * @param signal - stops polling
 */
export async function poll(
  look: () => Promise<void>,
  intervalMs: number,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    await sleep(intervalMs, undefined, { ref: false, signal }).catch(() => undefined);
    if (!signal.aborted) await look();
  }
}
