import { setTimeout as sleep } from "node:timers/promises";
import { aggregateMetrics } from "./exposition";
import type { MetricFamily } from "./metric";

/** Timeout for a worker to send its metrics; after it, its last ones are used. */
const TIMEOUT_MS = 2_000;

/** A worker that can report its metrics. */
export interface MetricsSource {
  readonly id: number;
  ask(round: number): void;
}

/**
 * Collects the workers' metrics in the primary process.
 *
 * Prometheus takes a decreasing counter for a restart, and `rate()` would show a peak that never was. So the last counts of
 * a worker are kept after it exits.
 */
export class WorkerMetrics {
  private readonly latest = new Map<number, readonly MetricFamily[]>();
  private readonly awaited = new Map<number, () => void>();
  private departed: readonly MetricFamily[] = [];
  private round = 0;
  private running: Promise<(readonly MetricFamily[])[]> | undefined;

  /** The metrics of all workers, including those that have exited; concurrent calls share one round. */
  collect(workers: readonly MetricsSource[]): Promise<(readonly MetricFamily[])[]> {
    this.running ??= this.ask(workers).finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  receive(worker: number, round: number, metrics: readonly MetricFamily[]): void {
    this.latest.set(worker, metrics);
    if (round === this.round) this.settle(worker);
  }

  /** Keeps the counters of a worker that has exited, but not its gauges (memory, models). */
  async retire(worker: number): Promise<void> {
    const last = this.latest.get(worker);
    this.latest.delete(worker);
    this.settle(worker);
    if (!last) return;
    const counted = last.filter(({ type }) => type === "counter" || type === "histogram");
    const former = this.departed;
    // Keep both until they are joined, so that no page in between lacks them.
    this.departed = [...former, ...counted];
    const joined = await aggregateMetrics([this.departed]);
    if (this.departed.length === former.length + counted.length) this.departed = joined;
  }

  private async ask(workers: readonly MetricsSource[]): Promise<(readonly MetricFamily[])[]> {
    this.round++;
    const answers = workers.map(
      ({ id }) => new Promise<void>((resolve) => void this.awaited.set(id, resolve)),
    );
    for (const worker of workers) worker.ask(this.round);
    const timeout = new AbortController();
    await Promise.race([
      Promise.all(answers),
      sleep(TIMEOUT_MS, undefined, { signal: timeout.signal }).catch(() => undefined),
    ]);
    timeout.abort();
    return [...this.latest.values(), this.departed];
  }

  private settle(worker: number): void {
    this.awaited.get(worker)?.();
    this.awaited.delete(worker);
  }
}
