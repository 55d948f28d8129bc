import { endProcess } from "../model/file/end-process";

const STOP_SIGNALS = ["SIGTERM", "SIGINT"] as const;

/**
 * Until a process serves, it has nothing to finish: a signal to stop ends it at once, with 0.
 *
 * @returns a function that has the signals do again what else they do, for the moment from which they are handled elsewhere
 */
export function exitOnStopSignals(): () => void {
  const exit = () => void endProcess(0);
  for (const signal of STOP_SIGNALS) process.on(signal, exit);
  return () => {
    for (const signal of STOP_SIGNALS) process.off(signal, exit);
  };
}
