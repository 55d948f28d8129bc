import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { FitThread } from "./fit-thread";
import type { Job, Solutions } from "./job";
import type { Workspace } from "./workspace";

const CODE = join(__dirname, "fit-worker.js");

/** More threads only wait for memory. */
const MAX_THREADS = 8;

/** One thread if the code is not compiled, as in tests. */
export function threadCount(): number {
  return existsSync(CODE) ? Math.min(availableParallelism(), MAX_THREADS) : 1;
}

/** Runs jobs on several threads, including the caller's. */
export class FitTeam {
  private readonly workers: readonly Worker[];
  private readonly own: FitThread;

  /** @param threads - with scratch space in the workspace */
  constructor(workspace: Workspace, threads: number) {
    this.own = new FitThread(workspace, 0);
    // With several threads the caller's waits, so that it can show progress and be interrupted.
    this.workers = Array.from(
      { length: threads > 1 ? threads : 0 },
      (_, i) => new Worker(CODE, { workerData: { workspace, number: i + 1 } }),
    );
  }

  /** Runs a job on the caller's thread. */
  perform(job: Job): Solutions | undefined {
    return this.own.perform(job);
  }

  /**
   * Runs all jobs.
   *
   * @param onDone - called after each job
   * @returns results in the order of the jobs
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
