import { aggregateMetrics, exposeMetrics } from "../../../../src/monitoring/exposition";
import { Counter, Gauge, Histogram } from "../../../../src/monitoring/metric";

const lines = (page: string) => page.split("\n").filter((line) => line && !line.startsWith("#"));

describe("a counter", () => {
  it("when it is asked for the same labels again, then it counts in the same place", async () => {
    const counter = new Counter("rows_total", "Rows.");
    counter.series({ model: "linear", version: 1 }).value += 2;
    counter.series({ model: "linear", version: 1 }).value++;
    counter.series({ model: "linear", version: 2 }).value++;
    expect(await exposeMetrics([[counter.collect()]])).toBe(
      [
        "# HELP rows_total Rows.",
        "# TYPE rows_total counter",
        'rows_total{model="linear",version="1"} 3',
        'rows_total{model="linear",version="2"} 1',
        "",
      ].join("\n"),
    );
  });
});

describe("a histogram", () => {
  it("when values are observed, then each bucket counts those up to its bound, the bound included", async () => {
    const histogram = new Histogram("rows", "Rows.", [1, 10]);
    const series = histogram.addSeries({ kind: "a" });
    for (const value of [0.5, 1, 2, 10, 11, 1000]) histogram.observe(series, value);
    expect(lines(await exposeMetrics([[histogram.collect()]]))).toEqual([
      'rows_bucket{kind="a",le="1"} 2',
      'rows_bucket{kind="a",le="10"} 4',
      'rows_bucket{kind="a",le="+Inf"} 6',
      'rows_sum{kind="a"} 1024.5',
      'rows_count{kind="a"} 6',
    ]);
  });
});

describe("metrics of several processes", () => {
  const process = (rows: number, models: number) => {
    const counter = new Counter("rows_total", "Rows.");
    counter.series({ model: "linear" }).value = rows;
    const histogram = new Histogram("size", "Size.", [1]);
    histogram.observe(histogram.addSeries(), rows);
    const gauge = new Gauge("models", "Models.", () => [{ labels: {}, value: models }]);
    return [counter.collect(), histogram.collect(), gauge.collect()];
  };

  it("when they are joined, then what was counted adds up, and what all have alike does not", async () => {
    expect(lines(await exposeMetrics([process(2, 3), process(0.5, 3)]))).toEqual([
      'rows_total{model="linear"} 2.5',
      'size_bucket{le="1"} 1',
      'size_bucket{le="+Inf"} 2',
      "size_sum 2.5",
      "size_count 2",
      "models 3",
    ]);
  });

  it("when aggregated metrics are aggregated again, then nothing is counted twice or lost", async () => {
    const once = await exposeMetrics([process(1, 1), process(2, 1), process(4, 1)]);
    const twice = await exposeMetrics([
      await aggregateMetrics([process(1, 1), process(2, 1)]),
      process(4, 1),
    ]);
    expect(twice).toBe(once);
  });
});
