import { type ErrorCode, HousePriceError } from "../errors";

/** The rule that a file or folder breaks; `system` where the operating system refuses it. */
export type BrokenRule = "kind" | "place" | "size" | "time" | "encoding" | "system";

/** A file or folder that is not read. The message is a sentence that names it and the rule. */
export class FileRefused extends Error {
  override readonly name = "FileRefused";

  constructor(
    readonly rule: BrokenRule,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/**
 * Gives a refusal the code of what the file is for.
 *
 * @example await readText(path, options).catch(refusedAs("PINS_INVALID"))
 */
export function refusedAs(code: ErrorCode): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof FileRefused)) throw error;
    throw new HousePriceError(code, error.message, { cause: error });
  };
}
