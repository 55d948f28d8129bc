import { endProcess } from "../model/file/end-process";

const STOP_SIGNALS = ["SIGTERM", "SIGINT"] as const;

/**
 * Before a process serves, it has nothing to finish, so SIGTERM and SIGINT exit immediately with 0.
 *
 * @returns removes these handlers, once others are installed
 */
export function exitOnStopSignals(): () => void {
  const exit = () => void endProcess(0);
  for (const signal of STOP_SIGNALS) process.on(signal, exit);
  return () => {
    for (const signal of STOP_SIGNALS) process.off(signal, exit);
  };
}
