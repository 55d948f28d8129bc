import fc from "fast-check";
import type { Model } from "../../model/model";
import { isoDate } from "../../model/table/date-format";
import { readHeader } from "../../model/table/header";
import { RowReader } from "../../model/table/row-reader";
import type { TableColumn } from "../../model/table/table-column";
import { forQuestions } from "../../model/table/unknown-categories";
import type { ExportedAnswer } from "./exported-answers";
import type { SqlValue } from "./sql-values";

/** Rows of a table as a database has them: some values are missing, out of the domain, or unknown categories. */
export function awkwardRows({ table, file }: Model): fc.Arbitrary<SqlValue[][]> {
  const columns = file.features.map(({ name }) => table.features[table.indexOf(name)]);
  const row = fc.tuple(...columns.map((column) => fc.option(cellOf(column), { freq: 8 })));
  return fc.array(row, { minLength: 1, maxLength: 80 });
}

function cellOf({ kind, categories = [] }: TableColumn): fc.Arbitrary<Exclude<SqlValue, null>> {
  switch (kind) {
    case "category":
      return fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom(...categories) },
        { weight: 1, arbitrary: unknownText() },
      );
    case "boolean":
      return fc.boolean();
    case "date":
      return fc.integer({ min: 12_000, max: 20_000 }).map(isoDate);
    case "number":
      return fc.oneof(
        { weight: 4, arbitrary: fc.double({ min: -50, max: 500, noNaN: true }) },
        { weight: 1, arbitrary: fc.constantFrom(0, 1e-300, -1e9, 1e12, 1e61) },
      );
    default:
      return fc.integer({ min: -5, max: 3000 });
  }
}

/** A database takes any text but one with a NUL; blanks around it are no part of a category. */
function unknownText(): fc.Arbitrary<string> {
  const text = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 20 }),
    fc.constantFrom("'; --", "\\", "''", '"', "NULL", "a\tb\nc"),
  );
  return text.map((any) => any.replaceAll("\0", "").trim()).filter((any) => any !== "");
}

/** What `npm run predict` gives for the rows: nothing for one that it rejects. */
export function predictedRows(
  model: Model,
  rows: readonly (readonly SqlValue[])[],
  coverage: number,
): ExportedAnswer[] {
  const { table, file, needed } = model;
  const cells = file.features.map(({ name }) => name);
  const header = readHeader({ line: 1, text: "", cells }, table.features, "the test's rows");
  const reader = new RowReader(
    header,
    table.features.map(forQuestions),
    table.features.map((_, i) => needed.includes(i)),
  );
  return rows.map((row) => {
    const numbers = table.emptyRow();
    const problem = reader.read(
      { line: 2, text: "", cells: row.map((value) => String(value ?? "")) },
      numbers,
      0,
    );
    if (problem !== undefined) {
      const none = model.contributionGroups.map(() => null);
      return { price: null, lower: null, upper: null, contributions: none };
    }
    const { prediction, interval } = model.predictWithInterval(numbers, 0, coverage);
    const contributions = model.contributions(numbers, 0).map(({ contribution }) => contribution);
    return { price: prediction, lower: interval.lower, upper: interval.upper, contributions };
  });
}
