import { closeSync, openSync } from "node:fs";

/**
 * SIGHUP has two meanings: somebody sends it to have things read again, and the kernel sends it when the terminal
 * closes, where a server that was started there should end and not hold its port for ever.
 *
 * @param reload - called for the first; for the second the process ends
 * @returns a function that stops listening
 */
export function onHangUp(reload: () => void): () => void {
  const startedInTerminal = hasTerminal();
  const listener = () => {
    if (!startedInTerminal || hasTerminal()) return reload();
    // Without a listener the signal does what it does by default.
    stopListening();
    process.kill(process.pid, "SIGHUP");
  };
  const stopListening = () => void process.off("SIGHUP", listener);
  process.on("SIGHUP", listener);
  return stopListening;
}

/** Whether the process has a terminal that is open (tty(4): `/dev/tty` is the one of the process). */
function hasTerminal(): boolean {
  try {
    closeSync(openSync("/dev/tty", "r"));
    return true;
  } catch {
    return false;
  }
}
