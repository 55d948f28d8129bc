import { Distribution } from "../charts/distribution";
import { roundUp } from "../charts/round-up";
import type { Column, Value } from "../house/house";
import { amountOf, type Target } from "../money";
import { positionOf, spanWith } from "./points";
import type { PricedPoint } from "./use-curve";

interface Props {
  readonly column: Column;
  readonly value: Value;
  readonly target: Target;
  readonly points: readonly PricedPoint[];
  /** What another model says. */
  readonly others: readonly PricedPoint[];
}

/** The price over the values of a column, with its interval, above the training rows. */
export function CurveChart({ column, value, target, points, others }: Props) {
  const span = spanWith(column, value);
  if (!span || points.length === 0) return null;
  const all = [...points, ...others];
  const bottom = Math.min(0, ...all.map(({ price, lower }) => Math.min(price, lower)));
  const top = roundUp(Math.max(...all.map(({ price, upper }) => Math.max(price, upper))));
  const x = (position = span.from) => round(((position - span.from) / (span.to - span.from)) * 100);
  const y = (price: number) => round(100 - ((price - bottom) / (top - bottom)) * 100);
  const line = (of: readonly PricedPoint[], price: (point: PricedPoint) => number) =>
    of.map((point) => `${x(point.position)} ${y(price(point))}`);
  const ofPrice = ({ price }: PricedPoint) => price;
  const band = [...line(points, ({ upper }) => upper), ...line(points, ({ lower }) => lower).reverse()];
  const here = positionOf(column, value);
  return (
    <div class="curve">
      <div class="ends" aria-hidden="true">
        <span>{amountOf(target, top)}</span>
      </div>
      <svg class="plot" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
        <path class="interval" d={`M${band.join("L")}Z`} />
        {here !== undefined && <path class="here" d={`M${x(here)} 0V100`} />}
        {others.length > 0 && <path class="line other" d={`M${line(others, ofPrice).join("L")}`} />}
        <path class="line" d={`M${line(points, ofPrice).join("L")}`} />
      </svg>
      <Distribution column={column} span={span} />
      <div class="ends" aria-hidden="true">
        <span>{points[0]?.label}</span>
        <span>
          {column.label} {column.unit}
        </span>
        <span>{points.at(-1)?.label}</span>
      </div>
    </div>
  );
}

const round = (value: number) => Number(value.toFixed(2));
