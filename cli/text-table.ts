import Table from "cli-table3";

/** A table for a terminal, without colours. The first columns are text, the others numbers; a compact one has no lines between rows. */
export function textTable(head: readonly string[], { textColumns = 1, isCompact = false } = {}): Table.Table {
  const colAligns = head.map((_, i) => (i < textColumns ? "left" : "right"));
  return new Table({ head: [...head], colAligns, style: { head: [], border: [], compact: isCompact } });
}

/** Formats a fraction as a percentage with one decimal. */
export function percent(fraction: number): string {
  return `${(100 * fraction).toFixed(1)} %`;
}
