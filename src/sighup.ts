import { closeSync, openSync } from "node:fs";

/**
 * SIGHUP has two meanings: an operator sends it to reload, and the kernel sends it when the terminal
 * closes. In the second case, a server that was started there should exit and free its port.
 *
 * @param reload - called in the first case; in the second, the process exits
 * @returns a function that stops listening
 */
export function onSighup(reload: () => void): () => void {
  const startedInTerminal = hasTerminal();
  const listener = () => {
    if (!startedInTerminal || hasTerminal()) return reload();
    // Without a listener, the signal has its default effect.
    stopListening();
    process.kill(process.pid, "SIGHUP");
  };
  const stopListening = () => void process.off("SIGHUP", listener);
  process.on("SIGHUP", listener);
  return stopListening;
}

/** Whether the process has an open controlling terminal (tty(4): `/dev/tty`). */
function hasTerminal(): boolean {
  try {
    closeSync(openSync("/dev/tty", "r"));
    return true;
  } catch {
    return false;
  }
}
