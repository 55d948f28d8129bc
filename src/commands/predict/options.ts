import { statSync } from "node:fs";
import { resolve } from "node:path";
import { Command, InvalidArgumentError, Option } from "commander";
import type { ModelSelection } from "../../../model/catalogue";
import { type ModelOptions, modelOptions, parseModelArgument } from "../../../model/command-line";
import { HousePriceError } from "../../../model/errors";
import { MAX_COVERAGE, MIN_COVERAGE } from "../../../model/uncertainty";
import { STANDARD_STREAM } from "./output-file";
import type { PredictionJob } from "./predict-file";

/** What the command line gives, before paths are completed and compared. */
interface Options extends ModelOptions {
  readonly out: string;
  readonly rejects?: string;
  readonly model?: ModelSelection;
  readonly interval?: number;
}

/** The command line of `npm run predict`. */
export function predictCommand(run: (job: PredictionJob, models: ModelOptions) => Promise<void>): Command {
  const command = new Command("npm run predict --")
    .description(
      [
        "Scores a CSV file of any size. The header names the columns, as in the data set (MedInc) or as in the API (medInc). The output has the same columns and, behind them, predictedHousePrice, with --interval also lower and upper, and model. A line that cannot be predicted is left out of it: it goes to the rejects file.",
        "Exit status: 0 where the file was scored, rejected lines or not; 1 where nothing was scored, because of an error or because all rows were rejected.",
      ].join("\n\n"),
    )
    .argument("<input>", 'CSV file to score; "-" is the standard input')
    .requiredOption("--out <file>", 'where the predictions go; "-" is the standard output')
    .addOption(
      new Option(
        "--model <name>",
        "linear@2, or linear for its pinned or newest; else the best that the columns allow",
      ).argParser(parseModelArgument),
    )
    .option(
      "--interval <coverage>",
      `adds the interval that holds the truth with this probability, from ${MIN_COVERAGE} to ${MAX_COVERAGE}`,
      parseCoverage,
    )
    .option(
      "--rejects <file>",
      "where rejected lines go (default: OUT.rejects.csv; with --out -, the terminal)",
    )
    .action(async (input: string, options: Options) => run(toJob(input, options), options));
  for (const option of modelOptions()) command.addOption(option);
  return command;
}

function toJob(input: string, { out: output, rejects, model, interval }: Options): PredictionJob {
  const job = {
    input,
    output,
    rejects: rejects ?? defaultRejects(output),
    selection: model,
    coverage: interval,
  };
  refuseSameFile("--out", job.output, "the input", job.input);
  if (job.rejects === undefined) return job;
  refuseSameFile("--rejects", job.rejects, "the input", job.input);
  refuseSameFile("--rejects", job.rejects, "--out", job.output);
  return job;
}

function defaultRejects(output: string): string | undefined {
  if (output === STANDARD_STREAM) return undefined;
  return `${output.replace(/\.csv$/i, "")}.rejects.csv`;
}

/** One stream is read while the other is written, and both are whole only when all is done. */
function refuseSameFile(option: string, path: string, otherName: string, other: string): void {
  const isStandard = path === STANDARD_STREAM || other === STANDARD_STREAM;
  // The standard input and the standard output have the same sign, but are two things.
  const isSame = isStandard ? path === other && otherName !== "the input" : isSameFile(path, other);
  if (!isSame) return;
  throw new HousePriceError(
    "OPTION_INVALID",
    `${option} ${path} is also ${otherName}: give it another name.`,
  );
}

function isSameFile(path: string, other: string): boolean {
  if (resolve(path) === resolve(other)) return true;
  const [one, two] = [path, other].map((file) => statSync(file, { throwIfNoEntry: false }));
  // Two names of a device, such as /dev/null, do not overwrite each other.
  return one?.isFile() === true && one.dev === two?.dev && one.ino === two.ino;
}

function parseCoverage(text: string): number {
  const coverage = text.trim() === "" ? Number.NaN : Number(text);
  if (!(coverage >= MIN_COVERAGE && coverage <= MAX_COVERAGE)) {
    throw new InvalidArgumentError(
      `It must be a number from ${MIN_COVERAGE} to ${MAX_COVERAGE}, such as 0.9.`,
    );
  }
  return coverage;
}
