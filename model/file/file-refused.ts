import { type ErrorCode, HousePriceError } from "../errors";

/** The violated rule; `system` if the operating system reports an error. */
export type BrokenRule = "kind" | "place" | "size" | "time" | "encoding" | "system";

/** A file or folder that was not read; the message names it and the rule. */
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
 * Converts a refusal to an error with a code.
 *
 * @example await readText(path, options).catch(refusedAs("PINS_INVALID"))
 */
export function refusedAs(code: ErrorCode): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof FileRefused)) throw error;
    throw new HousePriceError(code, error.message, { cause: error });
  };
}
