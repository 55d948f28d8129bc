import * as v from "valibot";
import {
  aggregateMetrics,
  exposeMetrics,
  metricFamilies,
  processMetrics,
} from "../../../../src/monitoring/exposition";
import { Counter, Gauge, type MetricFamily } from "../../../../src/monitoring/metric";

function counter(value: number): MetricFamily {
  const rows = new Counter("rows_total", "Rows.");
  rows.series({ model: "a" }).value = value;
  return rows.collect();
}

const gauge = (value: number, changes: Partial<MetricFamily> = {}): MetricFamily => ({
  ...new Gauge("level", "Level.", () => [{ labels: {}, value }]).collect(),
  ...changes,
});

const valuesOf = async (...parts: MetricFamily[]) =>
  (await aggregateMetrics(parts.map((part) => [part]))).flatMap(({ values }) =>
    values.map(({ value }) => value),
  );

describe("metrics from another process", () => {
  it("when a value is null, then it was never measured", () => {
    const [{ values }] = v.parse(metricFamilies, JSON.parse(JSON.stringify([gauge(Number.NaN)])));
    expect(values).toEqual([{ labels: {}, value: Number.NaN }]);
  });

  it.each([{ type: "set" }, { aggregator: "mean" }, { values: [{ labels: {}, value: "1" }] }, { name: 7 }])(
    "when they are %j, then they are none",
    (changes) => {
      expect(v.is(metricFamilies, [{ ...counter(1), ...changes }])).toBe(false);
      expect(v.is(metricFamilies, [counter(1)])).toBe(true);
    },
  );
});

describe("the metrics of several processes", () => {
  it("are combined as each says", async () => {
    expect(await valuesOf(counter(2), counter(3))).toEqual([5]);
    expect(await valuesOf(gauge(2), gauge(3))).toEqual([3]);
    expect(await valuesOf(gauge(2, { aggregator: "min" }), gauge(3, { aggregator: "min" }))).toEqual([2]);
  });

  it("when one was never measured, then the others count", async () => {
    expect(await valuesOf(gauge(Number.NaN), gauge(3))).toEqual([3]);
    expect(await valuesOf(gauge(Number.NaN))).toEqual([]);
  });

  it("are one page of text", async () => {
    expect(
      await exposeMetrics([
        [counter(2), gauge(1)],
        [counter(3), gauge(Number.NaN)],
      ]),
    ).toBe(
      `# HELP rows_total Rows.
# TYPE rows_total counter
rows_total{model="a"} 5

# HELP level Level.
# TYPE level gauge
level 1
`,
    );
  });
});

describe("the metrics of this process", () => {
  let read: () => Promise<MetricFamily[]>;

  beforeEach(() => {
    read = processMetrics();
  });

  it("have its memory and processor time, and a new reading each time", async () => {
    const names = (await read()).map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining([
        "process_cpu_seconds_total",
        "process_resident_memory_bytes",
        "nodejs_gc_duration_seconds",
      ]),
    );
    expect((await read()).map(({ name }) => name)).toEqual(names);
  });

  it("are combined by the longest event-loop lag and the earliest start, and otherwise as prom-client says", async () => {
    const aggregators = new Map((await read()).map(({ name, aggregator }) => [name, aggregator]));
    const lags = [...aggregators].filter(([name]) => name.startsWith("nodejs_eventloop_lag"));
    expect(lags.length).toBeGreaterThan(3);
    expect(new Set(lags.map(([, aggregator]) => aggregator))).toEqual(new Set(["max"]));
    expect(aggregators.get("process_start_time_seconds")).toBe("min");
    expect(aggregators.get("process_cpu_seconds_total")).toBe("sum");
    expect([...aggregators.values()]).not.toContain("omit");
  });

  it("have no event-loop lag before there is a sample of it", async () => {
    const lagOf = (metrics: MetricFamily[]) => {
      const valueAt = (part: string) =>
        metrics.find(({ name }) => name === `nodejs_eventloop_lag_${part}_seconds`)?.values[0]?.value;
      return [valueAt("min"), valueAt("max")];
    };
    let [min, max] = lagOf(await read());
    while (min === undefined || max === undefined) {
      // prom-client shows a minimum above the maximum where there is none.
      expect([min, max]).toEqual([undefined, undefined]);
      await new Promise((resolve) => setTimeout(resolve, 20));
      [min, max] = lagOf(await read());
    }
    expect(min).toBeLessThanOrEqual(max);
  });
});
