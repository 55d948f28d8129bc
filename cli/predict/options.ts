import { type Stats, statSync } from "node:fs";
import { resolve } from "node:path";
import { Command, Option } from "commander";
import { HousePriceError } from "../../model/errors";
import type { ModelSelection } from "../../model/registry/catalogue";
import { STANDARD_STREAM } from "../../model/table/data-file";
import { MAX_COVERAGE, MIN_COVERAGE } from "../../model/trust/uncertainty";
import { type ModelOptions, modelOptions, parseModelArgument } from "../command-line";
import { parseCoverage } from "../coverage-option";
import type { PredictionJob } from "./predict-file";

/** Command-line values before paths are resolved and compared. */
interface Options extends ModelOptions {
  readonly out: string;
  readonly rejects?: string;
  readonly model?: ModelSelection;
  readonly interval?: number;
  readonly warnings: boolean;
}

export function predictCommand(run: (job: PredictionJob, models: ModelOptions) => Promise<void>): Command {
  const command = new Command("npm run predict --")
    .description(
      [
        "Predicts the rows of a CSV file (UTF-8) of any size, in the format of the training table, or of a Parquet file; FILE.parquet is one, as input and as output. The header names the columns as that table does (Gr Liv Area) or as the API does (grLivArea). The output adds the columns predictedHousePrice, lower and upper (--interval), warnings (--warnings) and model; amounts are also given in the currency of the target (predictedHousePriceUsd). Rows that cannot be predicted go to the rejects file instead.",
        "Rows are validated as in the API. The summary counts the warnings.",
        "Exit status: 0 if the file was predicted, even if some rows were rejected; 1 on an error, or if all rows were rejected.",
      ].join("\n\n"),
    )
    .argument("<input>", 'CSV or Parquet file to predict; "-" reads standard input')
    .requiredOption("--out <file>", 'output file; "-" writes to standard output')
    .addOption(
      new Option(
        "--model <name>",
        "linear@2, or linear for its pinned or newest version (default: the best model that the columns allow)",
      ).argParser(parseModelArgument),
    )
    .option(
      "--interval <coverage>",
      `add the prediction interval of this coverage, from ${MIN_COVERAGE} to ${MAX_COVERAGE}`,
      parseCoverage,
    )
    .option(
      "--warnings",
      "add a column with the API's warnings, such as FEATURE_OUT_OF_RANGE(grLivArea);UNUSUAL_COMBINATION",
      false,
    )
    .option(
      "--rejects <file>",
      "file for rejected rows (default: OUT.rejects.csv, or the terminal if OUT is - or not a regular file)",
    )
    .action(async (input: string, options: Options) => run(toJob(input, options), options));
  for (const option of modelOptions()) command.addOption(option);
  return command;
}

function toJob(input: string, { out: output, rejects, model, interval, warnings }: Options): PredictionJob {
  const job = {
    input,
    output,
    rejects: rejects ?? defaultRejects(output),
    selection: model,
    coverage: interval,
    warnings,
  };
  refuseSameFile("--out", job.output, "the input", job.input);
  if (job.rejects === undefined) return job;
  refuseSameFile("--rejects", job.rejects, "the input", job.input);
  refuseSameFile("--rejects", job.rejects, "--out", job.output);
  return job;
}

/** Beside the output if it is (or will be) a regular file; devices and pipes have no default. */
function defaultRejects(output: string): string | undefined {
  if (output === STANDARD_STREAM || OPEN_FILES.test(output)) return undefined;
  const status = statusOf(output);
  if (status && !status.isFile()) return undefined;
  return `${output.replace(/\.(?:csv|parquet)$/i, "")}.rejects.csv`;
}

/** Devices and open file descriptors, such as /dev/stdout and /dev/fd/63. */
const OPEN_FILES = /^\/(?:dev|proc)\//;

/** Input is read while outputs are written, so they must be different files. */
function refuseSameFile(option: string, path: string, otherName: string, other: string): void {
  const isStandard = path === STANDARD_STREAM || other === STANDARD_STREAM;
  // `-` means standard input or standard output, depending on the option.
  const isSame = isStandard ? path === other && otherName !== "the input" : isSameFile(path, other);
  if (!isSame) return;
  throw new HousePriceError("OPTION_INVALID", `${option} ${path} is also ${otherName}: choose another file.`);
}

function isSameFile(path: string, other: string): boolean {
  const [one, two] = [statusOf(path), statusOf(other)];
  // Writing to the same device twice, such as /dev/null, is fine.
  if (one && !one.isFile()) return false;
  if (resolve(path) === resolve(other)) return true;
  return one !== undefined && one.dev === two?.dev && one.ino === two.ino;
}

/** Undefined if the file does not exist or is inaccessible; opening it reports why. */
function statusOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
