import { HousePriceError } from "../../model/errors";
import type { ModelCatalogue, ModelSelection } from "../../model/registry/catalogue";
import type { CsvRecord } from "../../model/table/csv-records";
import { type DataFile, type DataFileOptions, openDataFile } from "../../model/table/data-file";
import { type Header, readHeader } from "../../model/table/header";
import type { Table } from "../../model/table/table";
import { CsvFormat } from "./csv-format";
import { type AddedColumns, amountNames, namesOf } from "./output-columns";
import { type Output, openOutput } from "./output-file";
import type { OutputFormat } from "./output-format";
import { isParquet } from "./parquet/is-parquet";
import type { SchemaElement } from "./parquet/library";
import { openParquetFile } from "./parquet/open-parquet-file";
import { isTyped } from "./parquet/parquet-cells";
import { ParquetFormat } from "./parquet/parquet-format";
import { openProgress, type Progress } from "./progress";
import { Rejects } from "./rejects";
import { RecordScorer } from "./score-records";
import { selectModelForFile } from "./select-model";

export interface PredictionJob extends AddedColumns {
  /** Path of the CSV or Parquet file, or `-`. */
  readonly input: string;
  /** Path of the output, or `-`. */
  readonly output: string;
  /** Path of the rejects file; without one, every rejected line is reported on the terminal. */
  readonly rejects: string | undefined;
  /** Undefined means the default model for the columns of the file. */
  readonly selection: ModelSelection | undefined;
}

export interface PredictionSummary {
  readonly model: string;
  readonly rows: number;
  readonly predicted: number;
  readonly rejected: number;
  /** Describes which rows have warnings. */
  readonly warnings: string;
}

/**
 * Scores a file in pieces: each is read, predicted and written before the next is read, so memory use does not depend on the file size.
 *
 * @param signal - aborts the work, and leaves no output
 * @throws HousePriceError
 */
export async function predictFile(
  job: PredictionJob,
  catalogue: ModelCatalogue,
  signal: AbortSignal,
): Promise<PredictionSummary> {
  const { table } = catalogue;
  const { delimiter = "," } = table.schema.dialect ?? {};
  const input = await openInput(job.input, { signal, delimiter });
  const { batches } = input;
  try {
    const [first, ...rows] = (await batches.next()).value ?? [];
    const header = readOwnHeader(first, job, table, delimiter, input);
    const model = selectModelForFile(catalogue, job.selection, header);
    const format = await formatOf(job, header, table, delimiter, input);
    const scorer = new RecordScorer(model, header, job, format, input.isTyped);

    const progress = openProgress(process.stderr, input.bytes);
    const { output, rejects } = await openOutputs(job, header, delimiter, progress);
    let predicted = 0;
    const score = async (records: readonly CsvRecord[]) => {
      signal.throwIfAborted();
      const scored = scorer.score(records);
      if (scored.content.length > 0) await output.write(scored.content);
      await rejects.add(scored.rejected);
      predicted += scored.predicted;
      progress.update(input.bytesRead(), predicted + rejects.count);
    };
    try {
      await output.write(format.begin());
      await score(rows);
      for await (const records of batches) await score(records);
      await output.write(format.end());
      await rejects.commit();
      await output.commit();
    } catch (error) {
      await Promise.all([output.discard(), rejects.discard()]);
      throw error;
    } finally {
      progress.stop();
    }
    return {
      model: model.id,
      rows: predicted + rejects.count,
      predicted,
      rejected: rejects.count,
      warnings: scorer.warnings.describe(),
    };
  } finally {
    // An input that is not read to its end would keep the process alive.
    await batches.return(undefined);
  }
}

/** A file of rows, and what is known of its columns beside their names. */
interface Input extends DataFile {
  readonly columns?: readonly SchemaElement[];
  /** Whether the column at a position has typed values, and not texts. */
  readonly isTyped?: (position: number) => boolean;
}

async function openInput(path: string, options: DataFileOptions): Promise<Input> {
  if (!isParquet(path)) return openDataFile(path, options);
  const file = await openParquetFile(path, options);
  return { ...file, isTyped: (position) => position >= 0 && isTyped(file.columns[position]) };
}

async function formatOf(
  job: PredictionJob,
  header: Header,
  table: Table,
  delimiter: string,
  { columns }: Input,
): Promise<OutputFormat> {
  if (!isParquet(job.output)) return new CsvFormat(header.text, namesOf(job, table), delimiter);
  const amounts = amountNames(job, table);
  return ParquetFormat.create({ header, table, amounts, hasWarnings: job.warnings, elements: columns });
}

/**
 * Reads the header of the input.
 *
 * @throws HousePriceError if it cannot be read, or has a column that the output adds
 */
function readOwnHeader(
  first: CsvRecord,
  added: AddedColumns,
  table: Table,
  delimiter: string,
  { name }: DataFile,
): Header {
  const header = readHeader(first, [...table.features, table.target], name, delimiter);
  const taken = namesOf(added, table).filter((column) => header.names.includes(column));
  if (taken.length === 0) return header;
  throw new HousePriceError(
    "DATA_INVALID",
    `${name} already has a column ${taken.join(", ")}, which the output adds: rename or remove it.`,
  );
}

async function openOutputs(
  job: PredictionJob,
  header: Header,
  delimiter: string,
  progress: Progress,
): Promise<{ output: Output; rejects: Rejects }> {
  const output = await openOutput(job.output);
  try {
    return { output, rejects: await Rejects.open(job.rejects, header, delimiter, progress.say) };
  } catch (error) {
    await output.discard();
    throw error;
  }
}
