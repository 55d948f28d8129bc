const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Runs abortable work. After it has cleaned up, the signal is raised again, so that the shell sees the cause. */
export async function abortOnSignal<Result>(work: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
  const controller = new AbortController();
  let received: NodeJS.Signals | undefined;
  const abort = (signal: NodeJS.Signals) => {
    received = signal;
    controller.abort();
  };
  for (const signal of SIGNALS) process.once(signal, abort);
  try {
    return await work(controller.signal);
  } finally {
    for (const signal of SIGNALS) process.removeListener(signal, abort);
    if (received) process.kill(process.pid, received);
  }
}
