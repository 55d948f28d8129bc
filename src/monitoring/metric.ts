/**
 * Metrics of the serving path. Counting is one addition to a number that the caller holds; labels and text are produced when the
 * metrics are collected. prom-client's own counters hash the labels each time, which takes as long as a prediction.
 */
export interface Labels {
  readonly [name: string]: string | number;
}

export interface Sample {
  readonly labels: Labels;
  readonly value: number;
  /** Name of the series if it differs from the metric's: `_bucket`, `_sum` and `_count` of a histogram. */
  readonly metricName?: string | undefined;
}

/** A metric in the JSON format of prom-client. */
export interface MetricFamily {
  readonly name: string;
  readonly help: string;
  readonly type: "counter" | "gauge" | "histogram" | "summary";
  /** How the metrics of several processes are combined. */
  readonly aggregator: "sum" | "max" | "min" | "first" | "average" | "omit";
  readonly values: readonly Sample[];
}

export interface Metric {
  readonly name: string;
  readonly help: string;
  collect(): MetricFamily;
}

/** One count, held by the code that counts. */
export interface CounterSeries {
  readonly labels: Labels;
  value: number;
}

export class Counter implements Metric {
  private readonly allSeries = new Map<string, CounterSeries>();

  constructor(
    readonly name: string,
    readonly help: string,
  ) {}

  /** The count for these labels, always given in the same order. */
  series(labels: Labels = {}): CounterSeries {
    const key = Object.values(labels).join("\n");
    const known = this.allSeries.get(key);
    if (known) return known;
    const series = { labels, value: 0 };
    this.allSeries.set(key, series);
    return series;
  }

  collect(): MetricFamily {
    const values = [...this.allSeries.values()].map(({ labels, value }) => ({ labels, value }));
    return { name: this.name, help: this.help, type: "counter", aggregator: "sum", values };
  }
}

export interface HistogramSeries {
  readonly labels: Labels;
  /** Observations by bucket, not cumulative; the last bucket is unbounded. */
  readonly counts: Float64Array;
  sum: number;
}

export class Histogram implements Metric {
  private readonly allSeries: HistogramSeries[] = [];

  /** @param bounds - inclusive upper bounds of the buckets, ascending */
  constructor(
    readonly name: string,
    readonly help: string,
    private readonly bounds: readonly number[],
  ) {}

  /** Adds a series; the caller keeps one per set of labels. */
  addSeries(labels: Labels = {}): HistogramSeries {
    const series = { labels, counts: new Float64Array(this.bounds.length + 1), sum: 0 };
    this.allSeries.push(series);
    return series;
  }

  observe(series: HistogramSeries, value: number): void {
    const { bounds } = this;
    let bucket = 0;
    while (bucket < bounds.length && value > bounds[bucket]) bucket++;
    series.counts[bucket]++;
    series.sum += value;
  }

  collect(): MetricFamily {
    const values = this.allSeries.flatMap((series) => this.samplesOf(series));
    return { name: this.name, help: this.help, type: "histogram", aggregator: "sum", values };
  }

  private samplesOf({ labels, counts, sum }: HistogramSeries): Sample[] {
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

/** Read when the metrics are collected. */
export class Gauge implements Metric {
  constructor(
    readonly name: string,
    readonly help: string,
    private readonly read: () => readonly Sample[],
  ) {}

  /** Every worker serves the same models, so gauges are not summed. */
  collect(): MetricFamily {
    return { name: this.name, help: this.help, type: "gauge", aggregator: "max", values: this.read() };
  }
}
