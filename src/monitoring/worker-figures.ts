import { setTimeout as sleep } from "node:timers/promises";
import { joinFigures } from "./exposition";
import type { MetricFigures } from "./tally";

/** How long a worker may take to send its figures; then its last ones stand in for them. */
const PATIENCE_MS = 2_000;

/** A worker that can be asked. */
export interface FigureSource {
  readonly id: number;
  ask(round: number): void;
}

/**
 * The primary process's memory of what its workers counted.
 *
 * A counter that falls is taken for a restart, and all that it says for new (`rate()` would show a peak that never was). So
 * what a worker had counted when it was last asked is kept when it is gone.
 */
export class WorkerFigures {
  private readonly latest = new Map<number, readonly MetricFigures[]>();
  private readonly awaited = new Map<number, () => void>();
  private departed: readonly MetricFigures[] = [];
  private round = 0;
  private running: Promise<(readonly MetricFigures[])[]> | undefined;

  /** The figures of all workers, and of those that are gone; asked once, however many want to know at a time. */
  collect(workers: readonly FigureSource[]): Promise<(readonly MetricFigures[])[]> {
    this.running ??= this.ask(workers).finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  receive(worker: number, round: number, figures: readonly MetricFigures[]): void {
    this.latest.set(worker, figures);
    if (round === this.round) this.settle(worker);
  }

  /** A worker is gone: what it counted stays, what it measured (memory, models) does not. */
  async retire(worker: number): Promise<void> {
    const last = this.latest.get(worker);
    this.latest.delete(worker);
    this.settle(worker);
    if (!last) return;
    const counted = last.filter(({ type }) => type === "counter" || type === "histogram");
    const former = this.departed;
    // Until they are joined they are simply put beside each other: no page in between may lack them.
    this.departed = [...former, ...counted];
    const joined = await joinFigures([this.departed]);
    if (this.departed.length === former.length + counted.length) this.departed = joined;
  }

  private async ask(workers: readonly FigureSource[]): Promise<(readonly MetricFigures[])[]> {
    this.round++;
    const answers = workers.map(
      ({ id }) => new Promise<void>((resolve) => void this.awaited.set(id, resolve)),
    );
    for (const worker of workers) worker.ask(this.round);
    const patience = new AbortController();
    await Promise.race([
      Promise.all(answers),
      sleep(PATIENCE_MS, undefined, { signal: patience.signal }).catch(() => undefined),
    ]);
    patience.abort();
    return [...this.latest.values(), this.departed];
  }

  private settle(worker: number): void {
    this.awaited.get(worker)?.();
    this.awaited.delete(worker);
  }
}
