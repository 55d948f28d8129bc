import { HousePriceError } from "../../model/errors";

/** Waits for a command; an error that the user can act on is told in one line, and the exit status is 1. */
export function runCommand(work: Promise<unknown>): void {
  work.catch((error: unknown) => {
    if (!(error instanceof HousePriceError)) throw error;
    reportError(error);
    process.exitCode = 1;
  });
}

/** Code and message on standard error. */
export function reportError({ code, message }: HousePriceError): void {
  console.error(`${code}: ${message}`);
}
