import { roundUp } from "../charts/round-up";
import type { Column, Value } from "../house/house";
import { amountOf, type Target } from "../money";
import type { PricedPoint } from "./use-curve";

interface Props {
  readonly column: Column;
  readonly value: Value;
  readonly target: Target;
  readonly points: readonly PricedPoint[];
}

/** The prices of some values as a table, with a bar for each interval. */
export function PriceTable({ column, value, target, points }: Props) {
  const top = roundUp(Math.max(...points.map(({ price, upper }) => Math.max(price, upper))));
  const bottom = Math.min(0, ...points.map(({ price, lower }) => Math.min(price, lower)));
  const x = (price: number) => `${(((price - bottom) / (top - bottom)) * 100).toFixed(2)}%`;
  return (
    <table class="contributions">
      <thead class="hidden">
        <tr>
          <th scope="col">{column.label}</th>
          <th scope="col">Interval</th>
          <th scope="col">Price</th>
        </tr>
      </thead>
      <tbody>
        {points.map((point) => (
          <tr key={point.label} class={point.value === value ? "chosen" : ""}>
            <th scope="row">{point.label}</th>
            <td>
              <svg class="bar" aria-hidden="true">
                <rect
                  class="interval"
                  x={x(point.lower)}
                  width={x(bottom + point.upper - point.lower)}
                  y="3"
                  height="12"
                />
                <rect class="mark" x={x(point.price)} width="3" y="1" height="16" />
              </svg>
              <span class="hidden">
                {amountOf(target, point.lower)} to {amountOf(target, point.upper)}
              </span>
            </td>
            <td class="amount">{amountOf(target, point.price)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
