import type { Model } from "../../model/model";
import { deviation, mean } from "../statistics";
import { columnOf, type TrainingTable } from "../training-table";
import type { Figure } from "./figure";
import { PADDING, WIDTH } from "./render-figure";
import type { TestResults } from "./test-results";

/** How much a feature, or a group of features that act together, moves the prediction; in the target's unit. */
export interface Importance {
  readonly label: string;
  readonly importance: number;
}

/** Most groups that are drawn: beyond are slivers. */
const MOST_GROUPS = 20;

/** Longer labels are cut. */
const MOST_LETTERS = 36;

/** Width of a letter on average, in CSS pixels: where there is no screen, text cannot be measured. */
const LETTER = 7;

/** Coefficientⱼ times the standard deviation of featureⱼ over the training rows: comparable, though units differ. */
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

/** Standard deviation of each group's contribution over the rows. */
export function groupImportances(
  model: Pick<Model, "contributions">,
  { table, rows, target }: Pick<TrainingTable, "table" | "rows" | "target">,
): Importance[] {
  const explained = Array.from(target, (_, i) => model.contributions(rows, i * table.width));
  return explained[0].map(({ label }, group) => {
    const contributions = Float64Array.from(explained, (row) => row[group].contribution);
    return { label, importance: deviation(contributions, mean(contributions)) };
  });
}

export function importance({ model, table }: TestResults, training: TrainingTable): Figure {
  const { coefficients } = model.description;
  return coefficients
    ? coefficientFigure(standardisedCoefficients(coefficients, training))
    : groupFigure(groupImportances(model, table));
}

function coefficientFigure(importances: readonly Importance[]): Figure {
  return importanceFigure(importances, {
    heading: "Standardised coefficients",
    axis: "Change of the price for one standard deviation (100,000 US dollars)",
    caption:
      "Each coefficient times its feature's standard deviation over the training rows: by how much the predicted price changes when that feature alone rises by one standard deviation. Features that go together share an effect among them, so a bar is not a cause.",
  });
}

/** For a model whose terms read several features together, so that a feature has no coefficient of its own. */
export function groupFigure(importances: readonly Importance[]): Figure {
  return importanceFigure(importances, {
    heading: "Importance of the feature groups",
    axis: "Standard deviation of the contribution (100,000 US dollars)",
    caption:
      "By how much each group of features moves the predictions: the standard deviation of its contribution over the test rows. Groups that go together share an effect among them, so a bar is not a cause.",
  });
}

function importanceFigure(
  importances: readonly Importance[],
  { heading, axis, caption }: { heading: string; axis: string; caption: string },
): Figure {
  const ranked = [...importances].sort((a, b) => Math.abs(b.importance) - Math.abs(a.importance));
  const values = ranked.slice(0, MOST_GROUPS).map(({ label, importance }) => ({
    label: label.length > MOST_LETTERS ? `${label.slice(0, MOST_LETTERS - 1)}…` : label,
    importance,
  }));
  const letters = Math.max(...values.map(({ label }) => label.length));
  const left = Math.max(PADDING.left, 24 + LETTER * letters);
  const subtitle =
    ranked.length > MOST_GROUPS ? `The ${MOST_GROUPS} largest of ${ranked.length}` : "Largest first";
  const y = {
    field: "label",
    type: "nominal",
    sort: null,
    title: null,
    axis: { labelLimit: 0 },
  } as const;
  // Room at both ends for the numbers beside the bars.
  const least = Math.min(0, ...values.map((value) => value.importance));
  const most = Math.max(0, ...values.map((value) => value.importance));
  const room = 0.15 * (most - least);
  const domain = [least && least - room, most && most + room];
  const x = {
    field: "importance",
    type: "quantitative",
    title: axis,
    scale: { domain, nice: false },
    axis: { tickCount: 6 },
  } as const;
  const text = { field: "importance", type: "quantitative", format: ".3f" } as const;
  return {
    file: "importance.svg",
    heading,
    caption,
    spec: {
      // The names of groups are longer than the numbers of other figures' axes.
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
