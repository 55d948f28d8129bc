import type { Scores } from "../../model/file/metrics-format";
import { score } from "../metrics";
import type { Figure } from "./figure";
import { HEIGHT, PADDING, WIDTH } from "./render-figure";
import { shortAmount, shortTicks, unitOf } from "./target-unit";
import type { TestResults } from "./test-results";

const GROUPS = 10;

/** Space below the plot, in CSS pixels, for rotated labels of up to so many characters and the title of the axis. */
const BELOW = { pixels: 96, characters: 9, perCharacter: 7 };

/** Errors of the test rows between two deciles of the actual price. */
export interface PriceGroup extends Scores {
  /** Minimum and maximum actual price, in the target's unit. */
  readonly from: number;
  readonly to: number;
}

/** Row numbers in up to ten groups of equal size, by increasing price. */
export function rowsByPrice(target: Float64Array): number[][] {
  const order = Array.from(target.keys()).sort((a, b) => target[a] - target[b] || a - b);
  const groups = Math.min(GROUPS, order.length);
  const startOf = (group: number) => Math.floor((group * order.length) / groups);
  return Array.from({ length: groups }, (_, group) => order.slice(startOf(group), startOf(group + 1)));
}

export function errorsByPrice({ table, predicted }: TestResults): PriceGroup[] {
  return rowsByPrice(table.target).map((rows) => {
    const actual = rows.map((row) => table.target[row]);
    const scores = score(
      actual,
      rows.map((row) => predicted[row]),
    );
    return { ...scores, from: actual[0], to: actual[actual.length - 1] };
  });
}

export function errorByPrice(results: TestResults): Figure {
  const groups = errorsByPrice(results);
  const unit = unitOf(results.model.table);
  const values = groups.flatMap(({ from, to, rmse, mae }) => {
    const prices = `${shortAmount(from)}–${shortAmount(to)}`;
    return [
      { prices, metric: "RMSE", error: rmse },
      { prices, metric: "MAE", error: mae },
    ];
  });
  const x = {
    field: "prices",
    type: "nominal",
    sort: null,
    title: `Actual price, from the cheapest to the dearest tenth (${unit})`,
    axis: { labelAngle: -35 },
  } as const;
  const y = {
    field: "error",
    type: "quantitative",
    title: `Error (${unit})`,
    axis: { tickCount: 6, ...shortTicks(Math.max(...values.map(({ error }) => error))) },
  } as const;
  const xOffset = { field: "metric", sort: null } as const;
  return {
    file: "error-by-price.svg",
    heading: "Error by price",
    caption:
      "RMSE and MAE of the test rows in each tenth of the actual prices. Regression shrinks towards the mean, so the cheapest houses are overestimated and the most expensive underestimated.",
    spec: {
      width: WIDTH,
      height: HEIGHT,
      padding: { ...PADDING, bottom: spaceBelow(values.map(({ prices }) => prices)) },
      title: { text: "Error by price", subtitle: "Test rows in ten groups of equal size" },
      data: { values },
      layer: [
        {
          mark: { type: "bar" },
          encoding: {
            x,
            xOffset,
            y,
            color: {
              field: "metric",
              type: "nominal",
              sort: null,
              title: null,
              scale: { range: ["#2f6db3", "#f0a04b"] },
              legend: { orient: "top-left", direction: "horizontal", offset: 4 },
            },
          },
        },
        {
          mark: { type: "text", baseline: "bottom", dy: -3, fontSize: 10, color: "#333333" },
          encoding: {
            x,
            xOffset,
            y,
            text: {
              field: "error",
              type: "quantitative",
              format: groups.some(({ rmse }) => rmse >= 100) ? ".2s" : ".2f",
            },
          },
        },
      ],
    },
  };
}

function spaceBelow(labels: readonly string[]): number {
  const longest = Math.max(...labels.map(({ length }) => length));
  return BELOW.pixels + BELOW.perCharacter * Math.max(0, longest - BELOW.characters);
}
