import { open } from "node:fs/promises";
import { HousePriceError } from "../errors";
import { systemErrorCode } from "./system-error";

export async function writeFlushed(path: string, text: string): Promise<void> {
  const file = await open(path, "w");
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/**
 * Awaits a change in a model directory, and converts system errors.
 *
 * @param option - name of the command-line option for the directory
 * @throws HousePriceError MODEL_UNWRITABLE
 */
export function refusingWrites(
  directory: string,
  option: string,
): <Result>(change: Promise<Result>) => Promise<Result> {
  return (change) =>
    change.catch((cause: unknown) => {
      throw new HousePriceError(
        "MODEL_UNWRITABLE",
        `Cannot write to ${directory} (${systemErrorCode(cause)}): set ${option} to a writable directory.`,
        { cause },
      );
    });
}
