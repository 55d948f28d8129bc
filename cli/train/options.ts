import { Command, InvalidArgumentError, Option } from "commander";
import { HousePriceError } from "../../model/errors";
import { MAX_SEED } from "../../training/random-state";
import type { TrainingOptions } from "../../training/train";
import { trainerNames } from "../../training/trainer-named";
import { shippedTable } from "../shipped-table";
import { addTableOptions, parseList, type TableArguments, toDescribeOptions } from "../table-options";

/** The end of year 9999; later years need a sign in ISO 8601, which few readers expect. */
const LAST_SECOND = 253_402_300_799;

const MAX_NOTE = 2000;

export interface TrainingRequest {
  readonly options: TrainingOptions;
  readonly json: boolean;
}

interface Arguments extends TableArguments {
  readonly data: string;
  readonly target?: string;
  readonly model: string;
  readonly features?: readonly string[];
  readonly seed: number;
  readonly testSize: number;
  readonly out: string;
  readonly note?: string;
  readonly json?: boolean;
}

export function trainingCommand(run: (request: TrainingRequest) => Promise<void>): Command {
  const command = new Command("npm run train --")
    .description("Trains a model on a table, prints its metrics and saves it as a new version.")
    .option(
      "--data <file>",
      "CSV file to train on, with a table schema beside it or --target",
      shippedTable(),
    )
    .option("--target <column>", "column to predict, if the table has no schema")
    .addOption(new Option("--model <name>", "model to train").choices(trainerNames()).default("linear"))
    .option(
      "--features <columns>",
      'feature columns by their name in the file or in the API, separated by commas, or "all" (default: those of the schema)',
      parseList,
    )
    .option("--seed <integer>", "random seed (scikit-learn's random_state)", parseSeed, 42)
    .option("--test-size <fraction>", "fraction of the rows to test on", parseTestSize, 0.2)
    .option("--out <directory>", "model directory; saves NAME/VERSION/model.json", "model/trained")
    .option("--note <text>", "why this version was trained; saved with the model", parseNote)
    .option("--json", "print one JSON document");
  return addTableOptions(command).action((given: Arguments) => run(toRequest(given)));
}

function toRequest(given: Arguments): TrainingRequest {
  const { data, target, model, features, seed, testSize, out, note, json = false } = given;
  return {
    json,
    options: {
      data,
      model,
      features,
      seed,
      testSize,
      out,
      note,
      table: { ...(target !== undefined && { target }), ...toDescribeOptions(given) },
      trainedAt: trainingTime(process.env.SOURCE_DATE_EPOCH),
    },
  };
}

/**
 * Time recorded in the model file: now, or `SOURCE_DATE_EPOCH` for reproducible builds
 * (https://reproducible-builds.org/specs/source-date-epoch/).
 */
export function trainingTime(epoch: string | undefined): Date {
  if (epoch === undefined) return new Date();
  const seconds = Number(epoch);
  if (!/^[0-9]+$/.test(epoch) || seconds > LAST_SECOND) {
    throw new HousePriceError(
      "OPTION_INVALID",
      `SOURCE_DATE_EPOCH is "${epoch}": it must be a whole number of seconds since 1970, before the year 10000.`,
    );
  }
  return new Date(seconds * 1000);
}

function parseSeed(text: string): number {
  const seed = Number(text);
  if (!/^[0-9]+$/.test(text) || seed > MAX_SEED) {
    throw new InvalidArgumentError(`Expected a whole number from 0 to ${MAX_SEED}.`);
  }
  return seed;
}

function parseTestSize(text: string): number {
  const fraction = text.trim() === "" ? Number.NaN : Number(text);
  if (!(fraction > 0 && fraction < 1)) {
    throw new InvalidArgumentError("Expected a fraction between 0 and 1, such as 0.2.");
  }
  return fraction;
}

function parseNote(text: string): string {
  const note = text.trim();
  if (note !== "" && note.length <= MAX_NOTE) return note;
  throw new InvalidArgumentError(`Expected a text of at most ${MAX_NOTE} characters.`);
}
