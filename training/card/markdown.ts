/** A table in GitHub's Markdown: `textColumns` columns of text, and columns of numbers after them. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
  { textColumns = 1 } = {},
): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(" | ")} |`;
  const rule = head.map((_, i) => (i < textColumns ? "---" : "---:"));
  return [head, rule, ...rows].map(line).join("\n");
}

/** Text from outside, such as a file's name, as code: nothing in it is Markdown, nor ends a table's cell. */
export function inlineCode(text: string): string {
  return `\`${text.replace(/[`|\r\n]/g, "_")}\``;
}

/** A whole number with a comma between thousands. */
export function grouped(count: number): string {
  return count.toLocaleString("en-US");
}

/** A share as a percentage with one digit after the point, and a space that does not break the line. */
export function percent(share: number): string {
  return `${(100 * share).toFixed(1)}\u00a0%`;
}

/** A number for a table: to six significant digits, with a power of ten where it would begin with many zeros. */
export function short(value: number): string {
  const rounded = Number(value.toPrecision(6));
  return rounded !== 0 && Math.abs(rounded) < 1e-4 ? rounded.toExponential() : String(rounded);
}
