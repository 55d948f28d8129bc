import { amountOf, type Target } from "../money";
import { STOPS } from "./colours";

interface Props {
  readonly range: readonly [low: number, high: number];
  readonly target: Target;
}

/** Which colour is which price. */
export function Legend({ range: [low, high], target }: Props) {
  return (
    <div class="legend" aria-hidden="true">
      <svg aria-hidden="true">
        <defs>
          <linearGradient id="colours">
            {STOPS.map((stop, i) => (
              <stop key={stop.join()} offset={i / (STOPS.length - 1)} stop-color={`rgb(${stop.join()})`} />
            ))}
          </linearGradient>
        </defs>
        <rect width="100%" height="10" fill="url(#colours)" />
      </svg>
      <div class="ends">
        <span>{amountOf(target, low)}</span>
        <span>{amountOf(target, high)}</span>
      </div>
    </div>
  );
}
