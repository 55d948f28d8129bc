import { FileRefused } from "./file-refused";

/** Per file or folder. */
export const TIME_LIMIT_MS = 5_000;

/** Number of files read concurrently. A hanging file system blocks one thread per read; Node.js has four, shared with DNS and others. */
const MAX_PARALLEL = 2;

interface Call {
  readonly path: string;
}

const running = new Set<Call>();
/** Abandoned calls that still block a thread. */
const hung = new Set<Call>();
const waiting: (() => void)[] = [];

/** Number of calls that occupy a thread, including abandoned ones. */
export function callsInProgress(): number {
  return running.size;
}

/**
 * Runs file-system calls with a time limit. Calls cannot be cancelled, so a call that does not return is abandoned. Until it returns, its
 * path is refused, so that a hanging path never blocks a second thread.
 *
 * @param path - file or folder, for messages
 * @param work - should stop when its signal is aborted
 * @throws FileRefused by the rule `time`, and errors of `work`
 */
export function withinTime<Result>(
  path: string,
  work: (signal: AbortSignal) => Promise<Result>,
  limitMs = TIME_LIMIT_MS,
): Promise<Result> {
  if (hung.size >= MAX_PARALLEL || [...hung].some((call) => call.path === path)) {
    return Promise.reject(tooSlow(path));
  }
  return new Promise((resolve, reject) => {
    const call: Call = { path };
    const timeout = new AbortController();
    const timer = setTimeout(() => {
      timeout.abort();
      if (running.has(call)) hung.add(call);
      reject(tooSlow(path));
    }, limitMs);
    const start = async () => {
      // It may have waited too long for its turn.
      if (timeout.signal.aborted) return startNext();
      running.add(call);
      try {
        resolve(await work(timeout.signal));
      } catch (error) {
        reject(error);
      } finally {
        clearTimeout(timer);
        running.delete(call);
        hung.delete(call);
        startNext();
      }
    };
    if (running.size < MAX_PARALLEL) void start();
    else waiting.push(start);
  });
}

function startNext(): void {
  waiting.shift()?.();
}

function tooSlow(path: string): FileRefused {
  return new FileRefused("time", `${path} cannot be read: its file system did not respond in time.`);
}
