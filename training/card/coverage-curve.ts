import { MAX_COVERAGE, MIN_COVERAGE } from "../../model/trust/uncertainty";
import { holdsActual, intervalsOf, shareOf } from "../coverage";
import { rowsByPrice } from "./error-by-price";
import type { Figure } from "./figure";
import { percent } from "./markdown";
import { HEIGHT, WIDTH } from "./render-figure";
import type { TestResults } from "./test-results";

/** Nominal coverage, and the share of test rows whose interval contains the actual value. */
export interface ObservedCoverage {
  readonly nominal: number;
  readonly observed: number;
}

/** From the smallest to the largest coverage, in steps of 0.01. */
export function observeCoverage(results: TestResults): ObservedCoverage[] {
  const steps = Math.round(100 * (MAX_COVERAGE - MIN_COVERAGE));
  return Array.from({ length: steps + 1 }, (_, step) => {
    const nominal = (Math.round(100 * MIN_COVERAGE) + step) / 100;
    return { nominal, observed: shareOf(findInside(results, nominal)) };
  });
}

/** For each test row, whether its interval contains the actual price. */
function findInside({ model, table, predicted, spreads }: TestResults, nominal: number): boolean[] {
  const { uncertainty, target } = model.file;
  const rules = { uncertainty, errors: model.errors, limits: target };
  const predictions = { predictions: predicted, errorScales: spreads };
  return holdsActual(intervalsOf(predictions, rules, nominal), table.target);
}

/** Observed coverage of the 90 % interval in the cheapest and the most expensive tenth of the test rows. */
export function coverageAtEnds(results: TestResults): { cheapest: number; dearest: number } {
  const inside = findInside(results, 0.9);
  const groups = rowsByPrice(results.table.target);
  const observed = (rows: readonly number[]) => shareOf(rows.map((row) => inside[row]));
  return { cheapest: observed(groups[0]), dearest: observed(groups[groups.length - 1]) };
}

export function coverageCurve(results: TestResults): Figure {
  const rows = results.predicted.length;
  const { cheapest, dearest } = coverageAtEnds(results);
  const values = observeCoverage(results).map(({ nominal, observed }) => {
    // Two standard deviations of a binomial proportion: the effect of chance with this many rows.
    const chance = 2 * Math.sqrt((nominal * (1 - nominal)) / rows);
    return { nominal, observed, low: nominal - chance, high: Math.min(nominal + chance, 1) };
  });
  const scale = { domain: [MIN_COVERAGE, 1], nice: false, zero: false };
  const axis = { format: ".0%", tickCount: 6 };
  const x = { field: "nominal", type: "quantitative", title: "Nominal coverage", scale, axis } as const;
  const y = {
    type: "quantitative",
    title: "Test rows inside the interval",
    scale,
    axis,
  } as const;
  return {
    file: "coverage.svg",
    heading: "Coverage of the intervals",
    caption: `How often the interval of each nominal coverage contains the actual price of a test row. On the dashed diagonal, the observed coverage equals the nominal one; the grey band shows random variation (two standard deviations). The coverage is for all rows together: the 90 % interval covers ${percent(cheapest)} of the cheapest tenth and ${percent(dearest)} of the most expensive.`,
    spec: {
      width: WIDTH,
      height: HEIGHT,
      title: {
        text: "Coverage of the intervals",
        subtitle: `${rows.toLocaleString("en-US")} test rows; the dashed line is the nominal coverage`,
      },
      data: { values },
      layer: [
        {
          mark: { type: "area", color: "#cccccc", opacity: 0.7 },
          encoding: { x, y: { ...y, field: "low" }, y2: { field: "high" } },
        },
        {
          mark: { type: "line", color: "#555555", strokeDash: [6, 4], strokeWidth: 1.5 },
          encoding: { x, y: { ...y, field: "nominal" } },
        },
        {
          mark: { type: "line", color: "#2f6db3", strokeWidth: 2.5 },
          encoding: { x, y: { ...y, field: "observed" } },
        },
      ],
    },
  };
}
