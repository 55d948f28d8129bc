import { dayOf, daysOf } from "../house/day";
import type { Column, Value } from "../house/house";
import { onStep, type Span, spanOf } from "../house/span";
import { labelOfCategory, valueOfCategory } from "../house/usual-value";

/** A value that a column may have, and how it is shown. */
export interface Point {
  readonly value: Exclude<Value, null>;
  readonly label: string;
  /** Where it is on a number axis; categories have no such place. */
  readonly position?: number;
}

const STEPS = 60;

/** Whether the price of a column's values is drawn as a curve. */
export const hasCurve = (column: Column): boolean =>
  column.type !== "CATEGORY" && column.type !== "BOOLEAN" && spanOf(column) !== undefined;

/** Whether there are values to try. */
export const canVary = (column: Column): boolean =>
  column.type === "CATEGORY" || column.type === "BOOLEAN" || hasCurve(column);

/** The position of a value on the axis of its column; undefined where it has none. */
export function positionOf({ type }: Column, value: Value): number | undefined {
  const position = type === "DATE" ? daysOf(String(value)) : value;
  return typeof position === "number" && Number.isFinite(position) ? position : undefined;
}

/** The span of a column's slider, as far as needed beyond to hold a value. */
export function spanWith(column: Column, value: Value): Span | undefined {
  const span = spanOf(column);
  const position = positionOf(column, value);
  if (!span || position === undefined) return span;
  return { ...span, from: Math.min(span.from, position), to: Math.max(span.to, position) };
}

/** Values over the whole span, or all categories. */
export function pointsOf(column: Column, span: Span | undefined): readonly Point[] {
  if (column.type === "BOOLEAN") {
    return [
      { value: false, label: "no" },
      { value: true, label: "yes" },
    ];
  }
  if (column.type === "CATEGORY") {
    return (column.categories ?? []).map((category) => ({
      value: valueOfCategory(category),
      label: labelOfCategory(category),
    }));
  }
  return span ? numbers(column, span) : [];
}

function numbers({ type }: Column, span: Span): Point[] {
  const positions = Array.from({ length: STEPS + 1 }, (_, i) =>
    type === "NUMBER"
      ? onStep(span.from + ((span.to - span.from) * i) / STEPS, { ...span, step: span.step / 10 })
      : Math.round(span.from + ((span.to - span.from) * i) / STEPS),
  );
  return [...new Set(positions)].map((position) => {
    const value = type === "DATE" ? dayOf(position) : position;
    return { value, label: String(value), position };
  });
}
