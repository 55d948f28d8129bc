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

/** All that inference needs to know of a file; its rows are not kept. */
export interface Scan {
  /** Path of the file. */
  readonly file: string;
  readonly delimiter: Delimiter;
  readonly rows: number;
  /** The names of the columns. */
  readonly names: readonly string[];
  /** What the cells of each column are like. */
  readonly profiles: readonly ColumnProfile[];
  readonly sample: RowSample;
}

/** Largest number of different texts that are kept of one column, and of all columns together. */
const MAX_TALLIED = 2000;
const MAX_TALLIED_IN_ALL = 200_000;

/**
 * Reads all rows of a file once.
 *
 * @param delimiter - found in the file where it is not given
 * @param missing - words that mean a missing value, beside those that always may
 * @throws HousePriceError DATA_UNREADABLE, or DATA_INVALID with up to twenty lines that are not rows
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
    this.badLines.refuse(rows);
    if (rows === 0) {
      throw new HousePriceError(
        "DATA_INVALID",
        `${file} has names in line 1 and no rows: give data below it.`,
      );
    }
    return { file, delimiter, names, profiles, sample, rows };
  }
}
