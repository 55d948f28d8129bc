import { setTimeout as sleep } from "node:timers/promises";

/**
 * Calls `look` again and again. Each call begins an interval after the one before has ended, so that a slow volume is
 * never asked twice at a time.
 *
 * @param intervalMs - in milliseconds
 * @param signal - ends it
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
