/**
 * Figures that are counted where requests are served. A count is one addition to a number that the caller holds; all
 * that Prometheus wants besides (labels, text) is done when somebody asks. prom-client's own counters look a hash of
 * the labels up each time, which takes as long as a prediction.
 */
export interface Labels {
  readonly [name: string]: string | number;
}

export interface Figure {
  readonly labels: Labels;
  readonly value: number;
  /** Name of the series where it is not the metric's: a histogram's `_bucket`, `_sum` and `_count`. */
  readonly metricName?: string | undefined;
}

/** One metric as prom-client writes it as JSON: what it aggregates, and prints as text. */
export interface MetricFigures {
  readonly name: string;
  readonly help: string;
  readonly type: "counter" | "gauge" | "histogram" | "summary";
  /** How the figures of several processes become one. */
  readonly aggregator: "sum" | "max" | "min" | "first" | "average" | "omit";
  readonly values: readonly Figure[];
}

export interface Metric {
  readonly name: string;
  readonly help: string;
  figures(): MetricFigures;
}

/** One count; who counts holds it. */
export interface CounterCell {
  readonly labels: Labels;
  value: number;
}

/** A number that only grows, for each set of labels. */
export class CounterTally implements Metric {
  private readonly cells = new Map<string, CounterCell>();

  constructor(
    readonly name: string,
    readonly help: string,
  ) {}

  /** The count for these labels; a caller names them in the same order every time. */
  cell(labels: Labels = {}): CounterCell {
    const key = Object.values(labels).join("\n");
    const known = this.cells.get(key);
    if (known) return known;
    const cell = { labels, value: 0 };
    this.cells.set(key, cell);
    return cell;
  }

  figures(): MetricFigures {
    const values = [...this.cells.values()].map(({ labels, value }) => ({ labels, value }));
    return { name: this.name, help: this.help, type: "counter", aggregator: "sum", values };
  }
}

/** The observations of one set of labels. */
export interface HistogramCell {
  readonly labels: Labels;
  /** Observations by bucket, not yet cumulated; the last is for what is above all bounds. */
  readonly counts: Float64Array;
  sum: number;
}

/** How observed values are distributed, for each set of labels. */
export class HistogramTally implements Metric {
  private readonly cells: HistogramCell[] = [];

  /** @param bounds - upper bounds of the buckets, included, in ascending order */
  constructor(
    readonly name: string,
    readonly help: string,
    private readonly bounds: readonly number[],
  ) {}

  /** A new cell; the caller keeps one for each set of labels. */
  addCell(labels: Labels = {}): HistogramCell {
    const cell = { labels, counts: new Float64Array(this.bounds.length + 1), sum: 0 };
    this.cells.push(cell);
    return cell;
  }

  observe(cell: HistogramCell, value: number): void {
    const { bounds } = this;
    let bucket = 0;
    while (bucket < bounds.length && value > bounds[bucket]) bucket++;
    cell.counts[bucket]++;
    cell.sum += value;
  }

  figures(): MetricFigures {
    const values = this.cells.flatMap((cell) => this.figuresOf(cell));
    return { name: this.name, help: this.help, type: "histogram", aggregator: "sum", values };
  }

  private figuresOf({ labels, counts, sum }: HistogramCell): Figure[] {
    let cumulated = 0;
    const buckets = Array.from(counts, (count, i) => {
      cumulated += count;
      return {
        metricName: `${this.name}_bucket`,
        labels: { ...labels, le: this.bounds[i] ?? "+Inf" },
        value: cumulated,
      };
    });
    return [
      ...buckets,
      { metricName: `${this.name}_sum`, labels, value: sum },
      { metricName: `${this.name}_count`, labels, value: cumulated },
    ];
  }
}

/** What is read when somebody asks. */
export class GaugeReading implements Metric {
  constructor(
    readonly name: string,
    readonly help: string,
    private readonly read: () => readonly Figure[],
  ) {}

  /** Every worker serves the same models, so the figures of several are not added. */
  figures(): MetricFigures {
    return { name: this.name, help: this.help, type: "gauge", aggregator: "max", values: this.read() };
  }
}
