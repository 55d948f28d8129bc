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

function outline({ min, max, quantiles }: Column, { from, to }: Span): string {
  const edges = [min ?? from, ...(quantiles ?? []), max ?? to];
  const strips = edges.slice(1).map((edge, i) => ({ left: edges[i] ?? edge, right: edge }));
  const narrowest = (to - from) / 100;
  const densities = strips.map(({ left, right }) => 1 / Math.max(right - left, narrowest));
  const highest = Math.max(...densities);
  const x = (value: number) => ((Math.min(to, Math.max(from, value)) - from) / (to - from)) * 100;
  const steps = strips.map(({ left, right }, i) => {
    const y = HEIGHT * (1 - Math.sqrt((densities[i] ?? 0) / highest));
    return `L${round(x(left))} ${round(y)}L${round(x(right))} ${round(y)}`;
  });
  return `M${round(x(edges[0] ?? from))} ${HEIGHT}${steps.join("")}L${round(x(edges.at(-1) ?? to))} ${HEIGHT}Z`;
}

const round = (value: number) => Number(value.toFixed(2));
