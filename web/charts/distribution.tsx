import type { Column } from "../house/house";
import type { Span } from "../house/span";

const HEIGHT = 24;

/** The training rows of a column as an area over a slider's span: each strip between two quantiles holds a twentieth of them. */
export function Distribution({ column, span }: { readonly column: Column; readonly span: Span }) {
  return (
    <svg class="distribution" viewBox={`0 0 100 ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      <path d={outline(column, span)} />
    </svg>
  );
}

function outline({ min, max, quantiles }: Column, { from, to, step }: Span): string {
  const edges = [min ?? from, ...(quantiles ?? []), max ?? to];
  const narrowest = Math.max(step, (to - from) / 100);
  const bars = stripsOf(edges).map(({ left, right, twentieths }) => {
    const width = Math.max(right - left, narrowest);
    const middle = (left + right) / 2;
    return { left: middle - width / 2, right: middle + width / 2, density: twentieths / width };
  });
  const highest = Math.max(...bars.map(({ density }) => density));
  const x = (value: number) => round(((Math.min(to, Math.max(from, value)) - from) / (to - from)) * 100);
  const y = (density: number) => round(HEIGHT * (1 - Math.sqrt(density / highest)));
  const bar = (each: (typeof bars)[number]) =>
    `M${x(each.left)} ${HEIGHT}V${y(each.density)}H${x(each.right)}V${HEIGHT}Z`;
  return bars.map(bar).join("");
}

/** The strips between quantiles. Those of one value, such as a number of rooms that many houses have, are one strip. */
function stripsOf(edges: readonly number[]) {
  const strips: { left: number; right: number; twentieths: number }[] = [];
  edges.slice(1).forEach((right, i) => {
    const left = edges[i] ?? right;
    const last = strips.at(-1);
    if (last && left === right && last.left === left && last.right === right) last.twentieths++;
    else strips.push({ left, right, twentieths: 1 });
  });
  return strips;
}

const round = (value: number) => Number(value.toFixed(2));
