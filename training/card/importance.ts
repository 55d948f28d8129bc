import type { Model } from "../../model/model";
import { score } from "../metrics";
import { RandomState } from "../random-state";
import { deviation, mean } from "../statistics";
import { columnOf, type TrainingTable } from "../training-table";
import type { Figure } from "./figure";
import { PADDING, WIDTH } from "./render-figure";
import { shortTicks, unitOf } from "./target-unit";
import type { TestResults } from "./test-results";

/** In the target's unit. */
export interface Importance {
  readonly label: string;
  readonly importance: number;
}

/** Fixed, so that cards are reproducible. */
const PERMUTATION_SEED = 42;

/** Maximum number of bars. */
const MOST_BARS = 20;

const MOST_LETTERS = 36;

/** Mean width of a letter in CSS pixels; text cannot be measured without a screen. */
const LETTER = 7;

/** Coefficientⱼ times the standard deviation of featureⱼ over the training rows: comparable across units. */
export function standardisedCoefficients(
  coefficients: readonly number[],
  table: TrainingTable,
): Importance[] {
  return Array.from(table.features, (position, j) => {
    const column = columnOf(table, position);
    const importance = coefficients[j] * deviation(column, mean(column));
    return { label: table.table.features[position].apiName, importance };
  });
}

/**
 * Permutation importance: the increase in RMSE if the values of one feature are permuted. Latitude and longitude are permuted together.
 *
 * Source: Breiman, "Random Forests", Machine Learning 45 (2001) 5-32, section 10.
 */
export function permutationImportances({ model, table, predicted }: TestResults): Importance[] {
  const { features, location } = table.table;
  const errorOf = (predictions: Float64Array) => score(table.target, predictions).rmse;
  const before = errorOf(predicted);
  const order = new RandomState(PERMUTATION_SEED).permutation(table.target.length);
  return groupsOf(table).map((positions) => {
    const predictions = predictExchanged(model, table, positions, order);
    const isLocation = location !== undefined && positions.length > 1;
    return {
      label: isLocation ? "location" : features[positions[0]].apiName,
      importance: errorOf(predictions) - before,
    };
  });
}

/** Single features, and the location. */
function groupsOf({ table: { location }, features }: TrainingTable): number[][] {
  const pair = location ? [location.latitude, location.longitude] : [];
  const isPlaced = pair.length > 0 && pair.every((position) => features.includes(position));
  const others = Array.from(features)
    .filter((position) => !isPlaced || !pair.includes(position))
    .map((position) => [position]);
  return isPlaced ? [...others, pair] : others;
}

function predictExchanged(
  model: Pick<Model, "predict">,
  { table: { width }, rows }: TrainingTable,
  positions: readonly number[],
  order: Int32Array,
): Float64Array {
  const row = new Float64Array(width);
  return Float64Array.from(order, (other, i) => {
    row.set(rows.subarray(i * width, (i + 1) * width));
    for (const position of positions) row[position] = rows[other * width + position];
    return model.predict(row);
  });
}

export function importance(results: TestResults, training: TrainingTable): Figure {
  const { coefficients } = results.model.description;
  const unit = unitOf(results.model.table);
  return coefficients
    ? coefficientFigure(standardisedCoefficients(coefficients, training), unit)
    : permutationFigure(permutationImportances(results), unit);
}

function coefficientFigure(importances: readonly Importance[], unit: string): Figure {
  return importanceFigure(importances, {
    heading: "Standardised coefficients",
    axis: `Change of the price for one standard deviation (${unit})`,
    caption:
      "Each coefficient times the standard deviation of its feature over the training rows: the change of the predicted price if only that feature rises by one standard deviation. Correlated features share an effect, so a bar does not show a cause.",
  });
}

/** For models without a coefficient per feature. */
export function permutationFigure(importances: readonly Importance[], unit: string): Figure {
  return importanceFigure(importances, {
    heading: "Importance of the features",
    axis: `Increase of the RMSE without the feature (${unit})`,
    caption:
      "Permutation importance: the increase of the RMSE on the test rows after the values of a feature are shuffled. Correlated features can replace each other, so a short bar does not mean that a feature is irrelevant.",
  });
}

function importanceFigure(
  importances: readonly Importance[],
  { heading, axis, caption }: { heading: string; axis: string; caption: string },
): Figure {
  const ranked = [...importances].sort((a, b) => Math.abs(b.importance) - Math.abs(a.importance));
  const values = ranked.slice(0, MOST_BARS).map(({ label, importance }) => ({
    label: label.length > MOST_LETTERS ? `${label.slice(0, MOST_LETTERS - 1)}…` : label,
    importance,
  }));
  const letters = Math.max(...values.map(({ label }) => label.length));
  const left = Math.max(PADDING.left, 24 + LETTER * letters);
  const subtitle =
    ranked.length > MOST_BARS ? `The ${MOST_BARS} largest of ${ranked.length}` : "Largest first";
  const y = {
    field: "label",
    type: "nominal",
    sort: null,
    title: null,
    axis: { labelLimit: 0 },
  } as const;
  // Room for the numbers beside the bars.
  const least = Math.min(0, ...values.map((value) => value.importance));
  const most = Math.max(0, ...values.map((value) => value.importance));
  const room = 0.15 * (most - least);
  const domain = [least && least - room, most && most + room];
  const x = {
    field: "importance",
    type: "quantitative",
    title: axis,
    scale: { domain, nice: false },
    axis: { tickCount: 6, ...shortTicks(Math.max(most, -least)) },
  } as const;
  const text = {
    field: "importance",
    type: "quantitative",
    format: Math.max(...values.map((value) => Math.abs(value.importance))) >= 100 ? ".3s" : ".3f",
  } as const;
  return {
    file: "importance.svg",
    heading,
    caption,
    spec: {
      // Feature names are longer than the axis labels of other figures.
      width: WIDTH + PADDING.left - left,
      height: 32 * values.length,
      padding: { ...PADDING, left },
      title: { text: heading, subtitle },
      data: { values },
      layer: [
        {
          mark: { type: "bar" },
          encoding: {
            x,
            y,
            color: { condition: { test: "datum.importance < 0", value: "#c8502d" }, value: "#2f6db3" },
          },
        },
        {
          transform: [{ filter: "datum.importance >= 0" }],
          mark: { type: "text", align: "left", dx: 4, fontSize: 12, color: "#333333" },
          encoding: { x, y, text },
        },
        {
          transform: [{ filter: "datum.importance < 0" }],
          mark: { type: "text", align: "right", dx: -4, fontSize: 12, color: "#333333" },
          encoding: { x, y, text },
        },
      ],
    },
  };
}
