/** A table in GitHub's Markdown: `textColumns` text columns, followed by number columns. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
  { textColumns = 1 } = {},
): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(" | ")} |`;
  const rule = head.map((_, i) => (i < textColumns ? "---" : "---:"));
  return [head, rule, ...rows].map(line).join("\n");
}

/** External text as inline code, in which nothing is Markdown or ends a table cell. */
export function inlineCode(text: string): string {
  return `\`${text.replace(/[`|\r\n]/g, "_")}\``;
}

/** An integer with thousands separators. */
export function grouped(count: number): string {
  return count.toLocaleString("en-US");
}

/** A percentage with one decimal and a no-break space. */
export function percent(share: number): string {
  return `${(100 * share).toFixed(1)}\u00a0%`;
}

/** A number with six significant digits, in exponential notation if small. */
export function short(value: number): string {
  const rounded = Number(value.toPrecision(6));
  return rounded !== 0 && Math.abs(rounded) < 1e-4 ? rounded.toExponential() : String(rounded);
}
