import { type CsvRecord, CsvRecords } from "../../model/table/csv-records";

export const DELIMITERS = [",", ";", "\t", "|"] as const;
export type Delimiter = (typeof DELIMITERS)[number];

interface Trial {
  readonly delimiter: Delimiter;
  /** Number of cells of the header. */
  readonly columns: number;
  /** Share of rows with as many cells as the header. */
  readonly agreement: number;
}

/**
 * Detects the delimiter for which most rows have as many cells as the header; a comma if none gives two columns. Decimal commas do not
 * matter, since headers have none.
 *
 * @param beginning - of the file
 */
export function findDelimiter(beginning: string): Delimiter {
  const trials = DELIMITERS.map((delimiter) => tryDelimiter(beginning, delimiter));
  const possible = trials.filter(({ columns }) => columns > 1);
  const score = ({ agreement, columns }: Trial) => agreement + (1 - 1 / columns) / 10;
  const [best] = possible.toSorted((one, other) => score(other) - score(one));
  return best?.delimiter ?? ",";
}

function tryDelimiter(beginning: string, delimiter: Delimiter): Trial {
  const records = recordsOf(beginning, delimiter);
  const [header, ...rows] = records;
  const columns = header?.cells.length ?? 0;
  const agreeing = rows.filter(({ cells, problem }) => problem === undefined && cells.length === columns);
  return { delimiter, columns, agreement: rows.length === 0 ? 1 : agreeing.length / rows.length };
}

/** The first records; the last line may be incomplete, and is dropped if there are others. */
function recordsOf(beginning: string, delimiter: Delimiter): CsvRecord[] {
  const records = new CsvRecords(delimiter);
  const whole = records.push(beginning);
  return whole.length > 1 ? whole : [...whole, ...records.end()];
}
