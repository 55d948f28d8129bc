import type { Figure } from "./figure";
import { HEIGHT, WIDTH } from "./render-figure";
import type { TestResults } from "./test-results";

/** Both axes end here, in the target's unit: above the cap of the prices. */
const END = 5.6;

/** Width of a cell of the heat map, in the target's unit. */
const STEP = 0.1;

/** A square of the heat map: how many test rows are in it. */
export interface PriceCell {
  readonly actual: number;
  readonly predicted: number;
  readonly rows: number;
}

/** Counts the test rows by actual and predicted price, each in steps of 0.1. */
export function countByPrices({ table, predicted }: TestResults): PriceCell[] {
  const cells = new Map<string, { actual: number; predicted: number; rows: number }>();
  table.target.forEach((actual, i) => {
    const x = Math.floor(actual / STEP);
    const y = Math.floor(predicted[i] / STEP);
    const key = `${x},${y}`;
    const cell = cells.get(key) ?? { actual: x * STEP, predicted: y * STEP, rows: 0 };
    cell.rows += 1;
    cells.set(key, cell);
  });
  return [...cells.values()];
}

export function predictedAgainstActual(results: TestResults): Figure {
  const cells = countByPrices(results);
  const drawn = cells.filter(({ actual, predicted }) => actual < END && predicted >= 0 && predicted < END);
  const rows = results.predicted.length;
  const outside = rows - drawn.reduce((sum, cell) => sum + cell.rows, 0);
  const beyond = outside === 0 ? "" : ` ${outside} rows lie outside of the picture.`;
  const scale = { domain: [0, END], nice: false };
  return {
    file: "predicted-against-actual.svg",
    heading: "Predicted against actual price",
    caption: `Each square counts the test rows with that actual and that predicted price. On the diagonal a prediction is right; above it is too high, below too low. The column at the right is of prices that the census capped at 500,001 dollars.${beyond}`,
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
              actualEnd: cell.actual + STEP,
              predictedEnd: cell.predicted + STEP,
            })),
          },
          mark: { type: "rect" },
          encoding: {
            x: {
              field: "actual",
              type: "quantitative",
              scale,
              title: "Actual price (100,000 US dollars)",
              axis: { tickCount: 6 },
            },
            x2: { field: "actualEnd" },
            y: {
              field: "predicted",
              type: "quantitative",
              scale,
              title: "Predicted price (100,000 US dollars)",
              axis: { tickCount: 6 },
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
          data: { values: [{ from: 0, to: END }] },
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
