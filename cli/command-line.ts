import { InvalidArgumentError, Option } from "commander";
import { HousePriceError } from "../model/errors";
import { endIfHeld } from "../model/file/end-process";
import { printableLines } from "../model/file/text";
import type { ModelSelection } from "../model/registry/catalogue";
import { parseModelSelection } from "../model/registry/model-selection";
import { NO_PINS, type Pins, parsePins } from "../model/registry/pins";

export interface ModelOptions {
  readonly modelDir: string;
  readonly modelPin: Pins;
}

export function modelDirOption(): Option {
  return new Option("--model-dir <directory>", "model directory, laid out as NAME/VERSION/model.json")
    .env("MODEL_DIR")
    .default("model/trained");
}

export function modelOptions(): Option[] {
  return [
    modelDirOption(),
    new Option("--model-pin <pins>", "pinned versions, such as linear@1")
      .env("MODEL_PIN")
      .argParser(parsePinArgument)
      .default(NO_PINS, "pins.json in the model directory"),
  ];
}

export function parseModelArgument(text: string): ModelSelection {
  const selection = parseModelSelection(text);
  if (selection) return selection;
  throw new InvalidArgumentError('Expected a name, or a name and a version such as "linear@2".');
}

export function parseNameArgument(text: string): string {
  const { name, version } = parseModelArgument(text);
  if (version == null) return name;
  throw new InvalidArgumentError(`Expected a name without a version: "${name}".`);
}

export function parseVersionArgument(text: string): { name: string; version: number } {
  const { name, version } = parseModelArgument(text);
  if (version != null) return { name, version };
  throw new InvalidArgumentError(`Expected a version, such as "${name}@2".`);
}

function parsePinArgument(text: string): Pins {
  const pins = parsePins(text);
  if (pins) return pins;
  throw new InvalidArgumentError('Expected names with versions, such as "linear@1,spatial@2".');
}

/** Runs a command; an error that the user can fix is reported without a stack trace, with exit status 1. */
export function runCommand(work: Promise<unknown>): void {
  const reported = work.catch((error: unknown) => {
    if (!(error instanceof HousePriceError)) throw error;
    reportError(error);
    process.exitCode = 1;
  });
  void reported.then(endIfHeld);
}

/** Prints code and message to standard error, with control characters escaped. */
export function reportError({ code, message }: HousePriceError): void {
  console.error(`${code}: ${printableLines(message)}`);
}
