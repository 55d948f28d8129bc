/**
 * A Markdown table, its columns aligned so that it reads as well in a terminal. The first column is text, the others
 * are figures; `undefined` is what was not measured.
 *
 * @param {readonly string[]} header
 * @param {readonly (readonly (string | undefined)[])[]} rows
 */
export function table(header, rows) {
  const lines = [header, ...rows].map((line) => line.map((cell) => cell ?? "-"));
  const widths = header.map((_, column) => Math.max(3, ...lines.map((line) => line[column].length)));
  const format = (/** @type {readonly string[]} */ line) => `| ${line.map(align(widths)).join(" | ")} |`;
  const rule = widths.map((width, column) =>
    column === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`,
  );
  const [first, ...rest] = lines;
  return [format(first), `| ${rule.join(" | ")} |`, ...rest.map(format)].join("\n");
}

/** @param {readonly number[]} widths */
const align = (widths) => (/** @type {string} */ cell, /** @type {number} */ column) =>
  column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]);

/** A figure with separators of thousands. @param {number} value @param {number} [digits] */
export function figure(value, digits = 0) {
  return value.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** @param {number} bytes */
export const megabytes = (bytes) => figure(bytes / 1024 ** 2);

/** @param {number} value */
export const ratio = (value) => `${figure(value, value < 10 ? 2 : 0)} x`;
