import cluster, { type Worker } from "node:cluster";
import { realpathSync } from "node:fs";
import type { Logger } from "pino";
import * as v from "valibot";
import { HousePriceError } from "../model/errors";
import type { Config } from "./config";
import { warnOfMisspellings } from "./misspelt-variables";
import { exposeMetrics } from "./monitoring/exposition";
import { Counter, Gauge } from "./monitoring/metric";
import { type FromPrimary, fromWorker } from "./monitoring/metrics-exchange";
import { WorkerMetrics } from "./monitoring/worker-metrics";
import { announce, logStop } from "./service-log";
import { onSighup } from "./sighup";

/** A worker that dies after serving this long does not count as one of a series of failures. */
const STABLE_MS = 10_000;

/** Maximum pause before a worker is restarted. */
const MAX_PAUSE_MS = 30_000;

/** Number of consecutive start-up failures, with no worker alive, before the primary gives up. */
const MAX_FAILED_STARTS = 5;

/** How long the primary waits beyond a worker's own drain limit. */
const EXIT_MARGIN_MS = 1_000;

/**
 * Pause before a dead worker is replaced, in milliseconds: none at first, then doubled with each further failure of a series.
 *
 * @param failures - workers that died soon after their start, in a row
 */
export function pauseBeforeRestart(failures: number): number {
  return failures === 0 ? 0 : Math.min(MAX_PAUSE_MS, 100 * 2 ** (failures - 1));
}

/**
 * Runs WORKERS processes on one port: this process holds the port, distributes connections in turn, and replaces workers that die.
 *
 * @returns the exit code: 0 after a signal to stop
 * @throws HousePriceError WORKERS_FAILED if workers repeatedly fail to start
 */
export async function runWorkers(config: Config, log: Logger): Promise<number> {
  return new Primary(config, log).run();
}

class Primary {
  private readonly workerMetrics = new WorkerMetrics();
  private readonly started = new Map<number, number>();
  private readonly restarts = new Set<NodeJS.Timeout>();
  private readonly exits = new Counter(
    "house_price_worker_exits_total",
    "Worker processes that exited unexpectedly.",
  );
  private readonly alive = new Gauge("house_price_workers", "Worker processes that accept requests.", () => [
    { labels: {}, value: this.serving.size },
  ]);
  private readonly serving = new Set<number>();
  private failures = 0;
  private failedStarts = 0;
  private hasServed = false;
  private announced = false;
  private ending = false;
  private exitCode = 0;
  private logStopped: (() => void) | undefined;

  constructor(
    private readonly config: Config,
    private readonly log: Logger,
  ) {
    this.exits.series();
    warnOfMisspellings(log, process.env);
  }

  run(): Promise<number> {
    // The path may contain a link to the current build; workers must always run the build of this process.
    cluster.setupPrimary({ exec: realpathSync(process.argv[1]) });
    return new Promise((resolve, reject) => {
      const finish = () => {
        this.logStopped?.();
        resolve(this.exitCode);
      };
      cluster.on("listening", (worker) => this.onListening(worker));
      cluster.on("message", (worker, message) => this.onMessage(worker, message));
      cluster.on("exit", (worker, code, signal) => {
        this.onExit(worker, code, signal);
        if (this.living.length > 0) return;
        if (this.ending) finish();
        // The worker has logged the reason.
        else if (!this.hasServed) resolve(code || 1);
        else if (this.failedStarts >= MAX_FAILED_STARTS) {
          this.end("SIGTERM");
          reject(
            new HousePriceError(
              "WORKERS_FAILED",
              `${MAX_FAILED_STARTS} workers in a row failed to start; see their log lines above.`,
            ),
          );
        }
      });
      for (const signal of ["SIGTERM", "SIGINT"] as const) {
        process.once(signal, () => {
          this.logStopped ??= logStop(this.log, signal);
          this.end(signal);
          if (this.living.length === 0) finish();
        });
      }
      onSighup(() => this.tellAll("SIGHUP"));
      // The others start once the first one serves, so a start-up error is logged only once.
      this.start();
    });
  }

  private get living(): Worker[] {
    return Object.values(cluster.workers ?? {}).flatMap((worker) => worker ?? []);
  }

  private start(): void {
    const worker = cluster.fork();
    this.started.set(worker.id, performance.now());
  }

  private onListening(worker: Worker): void {
    this.serving.add(worker.id);
    this.failedStarts = 0;
    if (this.hasServed || this.ending) return;
    this.hasServed = true;
    for (let i = 1; i < this.config.WORKERS; i++) this.start();
  }

  private onExit(worker: Worker, code: number | null, signal: string | null): void {
    const lived = performance.now() - (this.started.get(worker.id) ?? 0);
    const served = this.serving.delete(worker.id);
    this.started.delete(worker.id);
    void this.workerMetrics.retire(worker.id);
    // The exit code of a worker that does not serve yet is irrelevant: the signal may interrupt its startup.
    if (this.ending && served && code !== 0) this.exitCode = 1;
    if (this.ending || !this.hasServed) return;

    if (!served) this.failedStarts++;
    if (lived >= STABLE_MS) this.failures = 0;
    const pause = pauseBeforeRestart(this.failures++);
    this.exits.series().value++;
    this.log.error({ worker: worker.process.pid, code, signal, pause }, "worker died");
    if (this.living.length === 0 && this.failedStarts >= MAX_FAILED_STARTS) return;
    const restart = setTimeout(() => {
      this.restarts.delete(restart);
      this.start();
    }, pause);
    this.restarts.add(restart);
  }

  private end(signal: NodeJS.Signals): void {
    this.ending = true;
    for (const restart of this.restarts) clearTimeout(restart);
    this.tellAll(signal);
    setTimeout(() => this.tellAll("SIGKILL"), this.config.DRAIN_MS + EXIT_MARGIN_MS).unref();
  }

  private tellAll(signal: NodeJS.Signals): void {
    for (const worker of this.living) worker.process.kill(signal);
  }

  private async onMessage(worker: Worker, received: unknown): Promise<void> {
    const { success, output: message } = v.safeParse(fromWorker, received);
    if (!success) return;
    if (message.kind === "serving") {
      if (!this.announced) announce(this.log, this.config, message);
      this.announced = true;
    } else if (message.kind === "metrics") {
      this.workerMetrics.receive(worker.id, message.round, message.metrics);
    } else {
      tell(worker, { kind: "page", id: message.id, text: await this.page() });
    }
  }

  private async page(): Promise<string> {
    const sources = this.living
      .filter(({ id }) => this.serving.has(id))
      .map((worker) => ({
        id: worker.id,
        ask: (round: number) => tell(worker, { kind: "metrics-wanted", round }),
      }));
    const counted = await this.workerMetrics.collect(sources);
    return exposeMetrics([...counted, [this.exits.collect(), this.alive.collect()]]);
  }
}

/** Sends a message unless the worker is disconnecting; its answer then times out. */
function tell(worker: Worker, message: FromPrimary): void {
  if (worker.isConnected()) worker.send(message, () => undefined);
}
