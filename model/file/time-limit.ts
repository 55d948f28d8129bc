import { FileRefused } from "./file-refused";

/** Longest time that one file or folder may take, in milliseconds. */
export const TIME_LIMIT_MS = 5_000;

/**
 * Number of files that are read at a time. A file system that hangs holds a thread of the process for each; Node.js
 * has four, which DNS and others need as well.
 */
const MAX_PARALLEL = 2;

interface Call {
  readonly path: string;
}

const running = new Set<Call>();
/** Calls that were given up and still hold a thread. */
const hung = new Set<Call>();
const waiting: (() => void)[] = [];

/** Number of calls that hold a thread, those that were given up among them. */
export function callsInProgress(): number {
  return running.size;
}

/**
 * Runs file-system calls with a time limit. No call can be stopped that the file system does not answer: it is given
 * up. Until it returns, its path is refused at once, so that a path that hangs never holds a second thread.
 *
 * @param path - the file or folder, for messages
 * @param work - ends early once its signal is aborted
 * @throws FileRefused by the rule `time`, and what `work` throws
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
