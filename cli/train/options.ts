import { Command, InvalidArgumentError, Option } from "commander";
import { HousePriceError } from "../../model/errors";
import { FEATURES, type FeatureColumn } from "../../model/features";
import { MAX_SEED } from "../../training/random-state";
import type { TrainingOptions } from "../../training/train";
import { trainerNamed, trainerNames } from "../../training/trainer-named";

/** The guide's three features. */
const GUIDE_FEATURES: readonly FeatureColumn[] = ["MedInc", "AveRooms", "AveOccup"];

const COLUMNS: readonly FeatureColumn[] = FEATURES.map((feature) => feature.column);

/** The end of the year 9999: after it, ISO 8601 needs a sign before the year, which few readers expect. */
const LAST_SECOND = 253_402_300_799;

/** The command line of `npm run train`. */
export function trainingCommand(run: (options: TrainingOptions) => Promise<void>): Command {
  return new Command("npm run train --")
    .description("Trains a model, prints its metrics and saves it as a new version.")
    .addOption(new Option("--model <name>", "which model to train").choices(trainerNames()).default("linear"))
    .option(
      "--features <columns>",
      'columns to learn from, separated by commas, or "all"',
      parseFeatures,
      GUIDE_FEATURES,
    )
    .option("--seed <integer>", "what scikit-learn calls random_state", parseSeed, 42)
    .option("--test-size <fraction>", "part of the rows to test on", parseTestSize, 0.2)
    .option("--data <file>", "CSV file to learn from", "data/california_housing.csv")
    .option("--out <directory>", "where to save, as NAME/VERSION/model.json", "model/trained")
    .action((options, command: Command) => {
      const features = featuresOf(options, command);
      return run({ ...options, features, trainedAt: trainingTime(process.env.SOURCE_DATE_EPOCH) });
    });
}

/** Some trainers learn from all features, and from no choice of them. */
function featuresOf({ model, features }: TrainingOptions, command: Command): readonly FeatureColumn[] {
  if (trainerNamed(model).takesFeatures) return features;
  if (command.getOptionValueSource("features") === "cli") {
    throw new HousePriceError(
      "OPTION_INVALID",
      `--features does not go with --model ${model}, which learns from all eight features: leave it out.`,
    );
  }
  return COLUMNS;
}

/**
 * The time that goes into the model file: now, or what `SOURCE_DATE_EPOCH` says, for builds that can be repeated
 * byte for byte (https://reproducible-builds.org/specs/source-date-epoch/).
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

function parseFeatures(text: string): readonly FeatureColumn[] {
  if (text === "all") return COLUMNS;
  const names = text.split(",").map((name) => name.trim());
  const columns = names.map((name) => COLUMNS.find((column) => column === name));
  const unknown = names.filter((_, i) => columns[i] === undefined);
  if (unknown.length > 0) {
    throw new InvalidArgumentError(`Unknown: "${unknown.join('", "')}". There are ${COLUMNS.join(", ")}.`);
  }
  if (new Set(names).size < names.length) throw new InvalidArgumentError("A feature is named twice.");
  return columns.filter((column) => column !== undefined);
}

function parseSeed(text: string): number {
  const seed = Number(text);
  if (!/^[0-9]+$/.test(text) || seed > MAX_SEED) {
    throw new InvalidArgumentError(`It must be a whole number from 0 to ${MAX_SEED}.`);
  }
  return seed;
}

function parseTestSize(text: string): number {
  const fraction = text.trim() === "" ? Number.NaN : Number(text);
  if (!(fraction > 0 && fraction < 1)) {
    throw new InvalidArgumentError("It must be a fraction between 0 and 1, such as 0.2.");
  }
  return fraction;
}
