import { amountOf, type Target } from "../money";
import { roundUp } from "./round-up";

interface Props {
  readonly price: number;
  readonly interval: { readonly lower: number; readonly upper: number };
  readonly target: Target;
}

/** The interval on an axis from zero; its end is a round number, so it rests while the price moves. */
export function Band({ price, interval: { lower, upper }, target }: Props) {
  const from = Math.min(0, lower, price);
  const to = roundUp(Math.max(upper, price) * 1.05);
  const x = (value: number) => `${(((value - from) / (to - from)) * 100).toFixed(2)}%`;
  return (
    <div class="band">
      <svg aria-hidden="true">
        <line class="axis" x1="0" x2="100%" y1="20" y2="20" />
        <rect class="interval" x={x(lower)} width={x(from + upper - lower)} y="10" height="20" rx="4" />
        <rect class="mark" x={x(price)} width="3" y="4" height="32" rx="1.5" />
      </svg>
      <div class="ends" aria-hidden="true">
        <span>{amountOf(target, from)}</span>
        <span>{amountOf(target, to)}</span>
      </div>
    </div>
  );
}
