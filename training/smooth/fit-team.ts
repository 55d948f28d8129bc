import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { FitThread } from "./fit-thread";
import type { Job, Solutions } from "./job";
import type { Workspace } from "./workspace";

/** The compiled code of a thread. */
const CODE = join(__dirname, "fit-worker.js");

/** More threads than this only wait for the memory. */
const MAX_THREADS = 8;

/** Number of threads that this process works with: one where the code is not compiled, as in tests. */
export function threadCount(): number {
  return existsSync(CODE) ? Math.min(availableParallelism(), MAX_THREADS) : 1;
}

/** Does jobs on several threads, the first of which is that of the caller. */
export class FitTeam {
  private readonly workers: readonly Worker[];
  private readonly own: FitThread;

  /** @param threads - with scratch space in the workspace */
  constructor(workspace: Workspace, threads: number) {
    this.own = new FitThread(workspace, 0);
    // One thread needs no worker; with several, that of the caller waits, so that it can show progress and stop.
    this.workers = Array.from(
      { length: threads > 1 ? threads : 0 },
      (_, i) => new Worker(CODE, { workerData: { workspace, number: i + 1 } }),
    );
  }

  /** Does a job on the caller's thread. */
  perform(job: Job): Solutions | undefined {
    return this.own.perform(job);
  }

  /**
   * Does all jobs.
   *
   * @param onDone - hears of each job that is done
   * @returns what each job computes, in their order
   */
  async performAll(jobs: readonly Job[], onDone: () => void): Promise<(Solutions | undefined)[]> {
    const results: (Solutions | undefined)[] = new Array(jobs.length).fill(undefined);
    const queue = jobs.keys();
    const work = async (perform: (job: Job) => Promise<Solutions | undefined>) => {
      for (const i of queue) {
        results[i] = await perform(jobs[i]);
        onDone();
      }
    };
    if (this.workers.length === 0) await work(async (job) => this.own.perform(job));
    else await Promise.all(this.workers.map((worker) => work((job) => ask(worker, job))));
    return results;
  }

  /** Ends the threads; the caller's own still works. */
  async end(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.terminate()));
  }
}

function ask(worker: Worker, job: Job): Promise<Solutions | undefined> {
  return new Promise((resolve, reject) => {
    const settle = (end: () => void) => {
      worker.off("message", onMessage);
      worker.off("error", onError);
      end();
    };
    const onMessage = (result: Solutions | undefined) => settle(() => resolve(result));
    const onError = (error: Error) => settle(() => reject(error));
    worker.on("message", onMessage);
    worker.on("error", onError);
    worker.postMessage(job);
  });
}
