import { printable } from "../../model/file/text";
import { type ColumnReport, reportColumns } from "../../training/describe/column-report";
import type { TableDescription } from "../../training/describe/describe-table";
import { textTable } from "../text-table";

const HEAD = ["column", "API name", "type", "missing", "range or categories", "decision", "reason"];

const MAX_CELL = 60;
const MAX_CATEGORIES = 4;

/** Formats a description as a table of the columns, followed by the warnings. */
export function formatDescription(description: TableDescription): string {
  const { file, rows, warnings, columns } = description;
  const table = textTable(HEAD, { textColumns: HEAD.length, isCompact: true });
  for (const report of reportColumns(description)) {
    const { column, apiName = "", type, missing, decision, reason } = report;
    table.push([column, apiName, type, String(missing), valuesOf(report), decision, reason].map(shown));
  }
  const title = `${file}: ${rows} rows, ${columns.length} columns`;
  return [title, table, ...warnings.map((warning) => `Note: ${warning}`)].join("\n");
}

function valuesOf({ range, categories }: ColumnReport): string {
  if (range) return range.join(" to ");
  if (!categories) return "";
  const first = categories.slice(0, MAX_CATEGORIES).map((category) => category || '""');
  const more = categories.length > MAX_CATEGORIES ? ", …" : "";
  return `${categories.length}: ${first.join(", ")}${more}`;
}

function shown(text: string): string {
  return printable(text, MAX_CELL);
}
