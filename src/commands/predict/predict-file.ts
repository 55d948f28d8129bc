import type { ModelCatalogue, ModelSelection } from "../../../model/catalogue";
import { HousePriceError } from "../../../model/errors";
import { chooseModel } from "./choose-model";
import { type FeatureColumns, findFeatureColumns } from "./columns";
import { type CsvRecord, CsvRecords } from "./csv-records";
import { type InputText, openInput } from "./input-text";
import { type Output, openOutput } from "./output-file";
import { openProgress, type Progress } from "./progress";
import { Rejects } from "./rejects";
import { addedColumns, RecordScorer } from "./score-records";

export interface PredictionJob {
  /** Path of the CSV file, or `-`. */
  readonly input: string;
  /** Path of the output, or `-`. */
  readonly output: string;
  /** Path of the rejects file; without one, every rejected line is reported on the terminal. */
  readonly rejects: string | undefined;
  /** The model that is to score; without one, the best whose features the file has. */
  readonly selection: ModelSelection | undefined;
  /** Coverage of the interval that is added, if one is. */
  readonly coverage: number | undefined;
}

/** What was done. */
export interface PredictionSummary {
  /** Name and version of the model that scored. */
  readonly model: string;
  readonly rows: number;
  readonly predicted: number;
  readonly rejected: number;
}

/**
 * Scores a CSV file: reads a piece, predicts its rows, writes them, and only then reads on, so that the memory that is
 * needed does not depend on the file's size.
 *
 * @param signal - ends the work early, and leaves no output
 * @throws HousePriceError
 */
export async function predictFile(
  job: PredictionJob,
  catalogue: ModelCatalogue,
  signal: AbortSignal,
): Promise<PredictionSummary> {
  const input = await openInput(job.input, signal);
  const batches = readBatches(input);
  try {
    const [header, ...rows] = (await batches.next()).value ?? [];
    if (!header) {
      throw new HousePriceError(
        "DATA_INVALID",
        `${input.name} is empty: its first line must name the columns.`,
      );
    }
    const added = addedColumns(job.coverage);
    const columns = findFeatureColumns(header, input.name, added);
    const model = chooseModel(catalogue, job.selection, columns, input.name);
    const scorer = new RecordScorer(model, columns, job.coverage);

    const progress = openProgress(process.stderr, input.bytes);
    const { output, rejects } = await openOutputs(job, columns, progress);
    let predicted = 0;
    const score = async (records: readonly CsvRecord[]) => {
      signal.throwIfAborted();
      const scored = scorer.score(records);
      await output.write(scored.lines);
      await rejects.add(scored.rejected);
      predicted += scored.predicted;
      progress.update(input.bytesRead(), predicted + rejects.count);
    };
    try {
      await output.write(`${[header.text, ...added].join(",")}\n`);
      await score(rows);
      for await (const records of batches) await score(records);
      await rejects.commit();
      await output.commit();
    } catch (error) {
      await Promise.all([output.discard(), rejects.discard()]);
      throw error;
    } finally {
      progress.stop();
    }
    return { model: model.id, rows: predicted + rejects.count, predicted, rejected: rejects.count };
  } finally {
    // An input that was not read to its end would keep the process waiting.
    await batches.return(undefined);
  }
}

/** The records of a file, those of one piece at a time; the first batch begins with the header. */
async function* readBatches({ pieces }: InputText): AsyncGenerator<CsvRecord[], undefined> {
  const records = new CsvRecords();
  for await (const piece of pieces) {
    const batch = records.push(piece);
    if (batch.length > 0) yield batch;
  }
  const last = records.end();
  if (last.length > 0) yield last;
}

async function openOutputs(
  job: PredictionJob,
  columns: FeatureColumns,
  progress: Progress,
): Promise<{ output: Output; rejects: Rejects }> {
  const output = await openOutput(job.output);
  try {
    return { output, rejects: await Rejects.open(job.rejects, columns, progress.say) };
  } catch (error) {
    await output.discard();
    throw error;
  }
}
