import { quantiles } from "../quantiles";
import { roundNicely } from "../round-nicely";
import type { Figure } from "./figure";
import { HEIGHT, WIDTH } from "./render-figure";
import { shortTicks, unitOf } from "./target-unit";
import type { TestResults } from "./test-results";

/** Upper quantile of the actual prices at which both axes end. */
const HIGH = 0.995;

/** Approximate number of cells per axis. */
const CELLS = 50;

/** Upper limit and cell width of the heat map, in the target's unit. */
export interface PriceGrid {
  readonly step: number;
  readonly end: number;
}

export function priceGrid({ table }: TestResults): PriceGrid {
  const [high] = quantiles(table.target, [HIGH]);
  const step = roundNicely(Math.abs(high) / CELLS);
  return { step, end: step * Math.ceil((1.1 * high) / step) };
}

export interface PriceCell {
  readonly actual: number;
  readonly predicted: number;
  readonly rows: number;
}

/** Counts the test rows by actual and predicted price. */
export function countByPrices({ table, predicted }: TestResults, step: number): PriceCell[] {
  const cells = new Map<string, { actual: number; predicted: number; rows: number }>();
  table.target.forEach((actual, i) => {
    const x = Math.floor(actual / step);
    const y = Math.floor(predicted[i] / step);
    const key = `${x},${y}`;
    const cell = cells.get(key) ?? { actual: x * step, predicted: y * step, rows: 0 };
    cell.rows += 1;
    cells.set(key, cell);
  });
  return [...cells.values()];
}

export function predictedAgainstActual(results: TestResults): Figure {
  const { step, end } = priceGrid(results);
  const unit = unitOf(results.model.table);
  const cells = countByPrices(results, step);
  const drawn = cells.filter(
    ({ actual, predicted }) => actual >= 0 && actual < end && predicted >= 0 && predicted < end,
  );
  const rows = results.predicted.length;
  const outside = rows - drawn.reduce((sum, cell) => sum + cell.rows, 0);
  const beyond = outside === 0 ? "" : ` ${outside} rows lie outside the chart.`;
  const scale = { domain: [0, end], nice: false };
  return {
    file: "predicted-against-actual.svg",
    heading: "Predicted against actual price",
    caption: `Each square counts the test rows with that actual and that predicted price. Predictions on the diagonal are correct; above it they are too high, below too low.${beyond}`,
    spec: {
      width: WIDTH,
      height: HEIGHT + 100,
      title: {
        text: "Predicted against actual price",
        subtitle: `${rows.toLocaleString("en-US")} test rows; a perfect model is on the diagonal`,
      },
      layer: [
        {
          data: {
            values: drawn.map((cell) => ({
              ...cell,
              actualEnd: cell.actual + step,
              predictedEnd: cell.predicted + step,
            })),
          },
          mark: { type: "rect" },
          encoding: {
            x: {
              field: "actual",
              type: "quantitative",
              scale,
              title: `Actual price (${unit})`,
              axis: { tickCount: 6, ...shortTicks(end) },
            },
            x2: { field: "actualEnd" },
            y: {
              field: "predicted",
              type: "quantitative",
              scale,
              title: `Predicted price (${unit})`,
              axis: { tickCount: 6, ...shortTicks(end) },
            },
            y2: { field: "predictedEnd" },
            color: {
              field: "rows",
              type: "quantitative",
              title: "Test rows",
              scale: {
                type: "threshold",
                domain: [2, 4, 8, 16, 32],
                range: ["#c6dbef", "#9ecae1", "#6baed6", "#3182bd", "#08519c", "#08306b"],
              },
              legend: { format: "d", orient: "top-left", offset: 8 },
            },
          },
        },
        {
          data: { values: [{ from: 0, to: end }] },
          mark: { type: "rule", color: "#b2182b", strokeWidth: 1.5, strokeDash: [6, 4] },
          encoding: {
            x: { field: "from", type: "quantitative" },
            y: { field: "from", type: "quantitative" },
            x2: { field: "to" },
            y2: { field: "to" },
          },
        },
      ],
    },
  };
}
