import { printable } from "../../model/file/text";
import { type ColumnReport, reportColumns } from "../../training/describe/column-report";
import type { TableDescription } from "../../training/describe/describe-table";

/** Maximum number of columns named in a line. */
const MAX_NAMED = 12;
const MAX_NAME = 30;

/** Describes what training assumes about a table without a schema. */
export function formatAssumptions(description: TableDescription): string {
  const { file, rows, warnings } = description;
  const reports = reportColumns(description);
  const isUsed = ({ decision }: ColumnReport) => decision !== "left out" && decision !== "target";
  const used = reports.filter(isUsed);
  const numbers = used.filter(({ type }) => type !== "category" && type !== "boolean");
  const others = used.filter(({ type }) => type === "category" || type === "boolean");
  const leftOut = reports.filter(({ decision }) => decision === "left out");
  return [
    `There is no table schema beside ${file}. Inferred from its ${rows} rows:`,
    line("numbers, dates and years", numbers, nameOf),
    line("categories", others, nameOf),
    line("left out", leftOut, (report) => `${nameOf(report)} (${report.reason})`),
    ...warnings.map((warning) => `  note: ${warning}`),
    `"npm run describe -- ${file}" shows more, and writes a schema for you to correct.`,
  ]
    .filter((text) => text !== undefined)
    .join("\n");
}

function line(
  title: string,
  reports: readonly ColumnReport[],
  show: (report: ColumnReport) => string,
): string | undefined {
  if (reports.length === 0) return undefined;
  const more = reports.length > MAX_NAMED ? ` and ${reports.length - MAX_NAMED} more` : "";
  return `  ${title}: ${reports.slice(0, MAX_NAMED).map(show).join(", ")}${more}`;
}

function nameOf({ column }: ColumnReport): string {
  return printable(column, MAX_NAME) || '""';
}
