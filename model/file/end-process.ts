import { setTimeout as sleep } from "node:timers/promises";
import { callsInProgress } from "./time-limit";

/** How long a call that is just running may take to end by itself. */
const GRACE_MS = 2_000;

/**
 * Ends the process. `process.exit()` waits for every thread, so for ever where a file system hangs: then the process
 * ends by SIGTERM, as if nothing handled it.
 */
export async function endProcess(exitCode: number): Promise<never> {
  await endIfHeld();
  process.exit(exitCode);
}

/** Ends the process by SIGTERM where a file system that hangs would keep it from ending. */
export async function endIfHeld(): Promise<void> {
  const end = performance.now() + GRACE_MS;
  while (callsInProgress() > 0 && performance.now() < end) await sleep(10);
  if (callsInProgress() === 0) return;
  process.removeAllListeners("SIGTERM");
  process.kill(process.pid, "SIGTERM");
  // The first process of a container ignores its own signals.
  process.abort();
}
