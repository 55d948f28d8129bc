import fc from "fast-check";
import { readTable } from "../../../../model/table/read-table";
import { columnsOf } from "../../../../model/table/table-column";
import { describeTable } from "../../../../training/describe/describe-table";
import { cycle, writeTable } from "../../../support/describing";

const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const whole = fc.integer({ min: 0, max: 9_999_999 });

/** A number with groups of digits. */
const grouped = (sign: string) => (value: number) => String(value).replace(/\B(?=(\d{3})+$)/g, sign);

/** Cells of a column as people write them, one kind a column. */
const COLUMNS: readonly fc.Arbitrary<string>[] = [
  number.map(String),
  number.map((value) => value.toFixed(2)),
  number.map((value) => `${value.toFixed(1)} m2`),
  whole.map(String),
  whole.map(grouped(",")),
  whole.map((value) => `$${grouped(",")(value)}`),
  whole.map(grouped(" ")),
  fc.integer({ min: 1800, max: 2030 }).map(String),
  fc.nat(99).map((value) => String(value).padStart(3, "0")),
  fc.boolean().map(String),
  fc.constantFrom("Y", "N"),
  fc.constantFrom("a", "A", "é", "<b>", "'", "a,b", "a\nb", 'say "hi"', "true", "__proto__"),
  fc
    .date({ min: new Date("1900-01-01"), max: new Date("2100-01-01"), noInvalidDate: true })
    .map((date) => date.toISOString()),
  fc
    .date({ min: new Date("1990-01-01"), max: new Date("2030-01-01"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10).split("-").reverse().join("/")),
];

const missing = fc.constantFrom("", "NA", "n/a", "null", " ");

/** A column: its name, and its cells, some of which may be missing. */
const column = fc
  .record({
    cell: fc.constantFrom(...COLUMNS),
    gaps: fc.constantFrom(0, 1, 5),
    name: fc.constantFrom("year built", "zip", "x"),
  })
  .chain(({ cell, gaps, name }) => {
    const each =
      gaps === 0 ? cell : fc.oneof({ arbitrary: cell, weight: 9 }, { arbitrary: missing, weight: gaps });
    return fc.array(each, { minLength: 40, maxLength: 40 }).map((cells) => ({ name, cells }));
  });

const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

describe("every row of a table that is described", () => {
  it("is a good row by the schema that was inferred, whatever the table holds", async () => {
    let features = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(column, { minLength: 1, maxLength: 4 }), async (columns) => {
        const header = [...columns.map(({ name }, i) => `${name} ${i}`), "floor", "price"];
        const rows = columns[0].cells.map((_, i) => [
          ...columns.map(({ cells }) => cells[i]),
          String(i % 3),
          String(1 + ((i * 7) % 41)),
        ]);
        const path = await writeTable([header, ...rows].map((row) => row.map(quote).join(",")).join("\n"));
        const { schema } = await describeTable(path, { target: "price", dayFirst: true, decimalChar: "." });
        const used = columnsOf(schema).filter(({ role }) => role !== "ignored");
        const needed = used.map(({ required }) => required);
        const table = await readTable(path, used, needed, "which the schema requires");
        expect(table.rows).toBe(rows.length);
        for (const [i, { kind, categories = [], missingCategory }] of used.entries()) {
          const values = table.values[i] ?? [];
          if (kind !== "category") continue;
          // Each cell is a category, a missing one among them.
          const positions = new Set(values);
          expect(positions.has(Number.NaN)).toBe(false);
          expect(positions.size).toBe(categories.length);
          if (missingCategory !== undefined) expect(categories).toContain(missingCategory);
        }
        features += used.length - 2;
      }),
      { numRuns: 40 },
    );
    expect(features).toBeGreaterThan(40);
  });

  it("is read with the delimiter and the decimal comma of the schema", async () => {
    const rows = cycle(["A;85,5;1.250.000,50", "B;120;890.000", '"C; D";70,25;450.000,00']);
    const path = await writeTable(`Ort;Fläche;price\r\n${rows.join("\r\n")}\r\n`);
    const { schema } = await describeTable(path, { target: "price" });
    const delimiter = schema.dialect?.delimiter ?? ",";
    const table = await readTable(path, columnsOf(schema), [true, true, true], "which all are", {
      delimiter,
    });
    expect(table.values.map((values) => values?.slice(0, 3))).toEqual([
      [0, 1, 2],
      [85.5, 120, 70.25],
      [1_250_000.5, 890_000, 450_000],
    ]);
  });
});
