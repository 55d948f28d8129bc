import { exposeFigures, joinFigures } from "../../../../src/monitoring/exposition";
import { CounterTally, GaugeReading, HistogramTally } from "../../../../src/monitoring/tally";

const lines = (page: string) => page.split("\n").filter((line) => line && !line.startsWith("#"));

describe("a counter", () => {
  it("when it is asked for the same labels again, then it counts in the same place", async () => {
    const counter = new CounterTally("rows_total", "Rows.");
    counter.cell({ model: "linear", version: 1 }).value += 2;
    counter.cell({ model: "linear", version: 1 }).value++;
    counter.cell({ model: "linear", version: 2 }).value++;
    expect(await exposeFigures([[counter.figures()]])).toBe(
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
    const histogram = new HistogramTally("rows", "Rows.", [1, 10]);
    const cell = histogram.addCell({ kind: "a" });
    for (const value of [0.5, 1, 2, 10, 11, 1000]) histogram.observe(cell, value);
    expect(lines(await exposeFigures([[histogram.figures()]]))).toEqual([
      'rows_bucket{kind="a",le="1"} 2',
      'rows_bucket{kind="a",le="10"} 4',
      'rows_bucket{kind="a",le="+Inf"} 6',
      'rows_sum{kind="a"} 1024.5',
      'rows_count{kind="a"} 6',
    ]);
  });
});

describe("figures of several processes", () => {
  const process = (rows: number, models: number) => {
    const counter = new CounterTally("rows_total", "Rows.");
    counter.cell({ model: "linear" }).value = rows;
    const histogram = new HistogramTally("size", "Size.", [1]);
    histogram.observe(histogram.addCell(), rows);
    const gauge = new GaugeReading("models", "Models.", () => [{ labels: {}, value: models }]);
    return [counter.figures(), histogram.figures(), gauge.figures()];
  };

  it("when they are joined, then what was counted adds up, and what all have alike does not", async () => {
    expect(lines(await exposeFigures([process(2, 3), process(0.5, 3)]))).toEqual([
      'rows_total{model="linear"} 2.5',
      'size_bucket{le="1"} 1',
      'size_bucket{le="+Inf"} 2',
      "size_sum 2.5",
      "size_count 2",
      "models 3",
    ]);
  });

  it("when joined figures are joined again, then nothing is counted twice or lost", async () => {
    const once = await exposeFigures([process(1, 1), process(2, 1), process(4, 1)]);
    const twice = await exposeFigures([await joinFigures([process(1, 1), process(2, 1)]), process(4, 1)]);
    expect(twice).toBe(once);
  });
});
