import { HousePriceError } from "../../model/errors";
import { BadLines } from "../../model/table/bad-lines";
import type { CsvRecord } from "../../model/table/csv-records";
import { openDataFile } from "../../model/table/data-file";
import { isRow, lineProblem } from "../../model/table/line-problem";
import { ColumnProfile } from "./column-profile";
import { type Delimiter, findDelimiter } from "./delimiter";
import { RowSample } from "./row-sample";
import { readNames } from "./table-names";
import { readBeginning } from "./text-beginning";

/** Summary of a file for inference, without its rows. */
export interface Scan {
  readonly file: string;
  readonly delimiter: Delimiter;
  readonly rows: number;
  readonly names: readonly string[];
  readonly profiles: readonly ColumnProfile[];
  readonly sample: RowSample;
}

/** Bounds of distinct texts per column, and of all columns together. */
const MAX_TALLIED = 2000;
const MAX_TALLIED_IN_ALL = 200_000;

/**
 * Scans all rows of a file once.
 *
 * @param delimiter - detected by default
 * @param missing - additional missing-value words
 * @throws HousePriceError DATA_UNREADABLE, or DATA_INVALID with up to twenty bad lines
 */
export async function scanFile(
  path: string,
  delimiter: Delimiter | undefined,
  missing: ReadonlySet<string>,
): Promise<Scan> {
  const beginning = await readBeginning(path);
  const found = delimiter ?? findDelimiter(beginning);
  const { batches } = await openDataFile(path, { delimiter: found });
  let scanner: Scanner | undefined;
  for await (const batch of batches) {
    const records = scanner ? batch : batch.slice(1);
    scanner ??= new Scanner(path, found, readNames(batch[0], found, path), missing);
    for (const record of records) scanner.add(record);
  }
  if (!scanner) throw new TypeError("A data file without records was not refused.");
  return scanner.end();
}

class Scanner {
  private readonly profiles: readonly ColumnProfile[];
  private readonly sample: RowSample;
  private readonly badLines: BadLines;
  private rows = 0;

  constructor(
    private readonly file: string,
    private readonly delimiter: Delimiter,
    private readonly names: readonly string[],
    missing: ReadonlySet<string>,
  ) {
    const maxTallied = Math.min(MAX_TALLIED, Math.floor(MAX_TALLIED_IN_ALL / names.length));
    this.profiles = names.map(() => new ColumnProfile(maxTallied, missing));
    this.sample = new RowSample(names.length);
    this.badLines = new BadLines(file, names);
  }

  add(record: CsvRecord): void {
    const { names, delimiter } = this;
    if (!isRow(record, names.length)) {
      this.badLines.add(record, lineProblem(record, names, delimiter));
      return;
    }
    this.rows++;
    record.cells.forEach((cell, i) => {
      this.profiles[i].add(cell, record.line);
    });
    this.sample.add(record.cells);
  }

  end(): Scan {
    const { file, delimiter, names, profiles, sample, rows } = this;
    // No schema tells which names are right.
    this.badLines.refuseHeader(rows);
    this.badLines.refuse();
    if (rows === 0) {
      throw new HousePriceError(
        "DATA_INVALID",
        `${file} has names in line 1 and no rows: give data below it.`,
      );
    }
    return { file, delimiter, names, profiles, sample, rows };
  }
}
