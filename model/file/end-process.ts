import { setTimeout as sleep } from "node:timers/promises";
import { callsInProgress } from "./time-limit";

/** Time for running calls to finish. */
const GRACE_MS = 2_000;

/** Ends the process. `process.exit()` waits for all threads, which may hang in a file system; then SIGTERM is used. */
export async function endProcess(exitCode: number): Promise<never> {
  await endIfHeld();
  process.exit(exitCode);
}

/** Ends the process if a hanging file system would keep it alive. */
export async function endIfHeld(): Promise<void> {
  const end = performance.now() + GRACE_MS;
  while (callsInProgress() > 0 && performance.now() < end) await sleep(10);
  if (callsInProgress() === 0) return;
  process.removeAllListeners("SIGTERM");
  process.kill(process.pid, "SIGTERM");
  // Process 1 of a container ignores its own signals.
  process.abort();
}
