import { readFileSync } from "node:fs";
import { HousePriceError } from "../../model/errors";
import { systemErrorCode } from "../../model/file/system-error";

/** A key that is accepted. The key itself is nowhere but with its owner. */
export interface ApiKey {
  /** Who has it; it is logged. */
  readonly name: string;
  /** SHA-256 of the key, 32 bytes. */
  readonly hash: Buffer;
}

const LINE = /^([\w.@-]{1,64}):([0-9a-fA-F]{64})$/;

/**
 * Reads a file of keys: one `name:sha256` a line, the hash in hexadecimal; empty lines and those that begin with `#`
 * are left out. A name may have several keys, so that a new one can be handed out before the old one goes.
 *
 * @throws HousePriceError API_KEYS_INVALID; the message names the line, and never repeats it
 */
export function readApiKeys(path: string): ApiKey[] {
  return readText(path)
    .split(/\r?\n/)
    .flatMap((text, index) => {
      const line = text.trim();
      if (line === "" || line.startsWith("#")) return [];
      const [, name, hash] = LINE.exec(line) ?? [];
      if (name && hash) return { name, hash: Buffer.from(hash, "hex") };
      throw new HousePriceError(
        "API_KEYS_INVALID",
        `Line ${index + 1} of ${path} is not name:sha256 with 64 hexadecimal digits; make one by "npm run make-key -- NAME".`,
      );
    });
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    throw new HousePriceError(
      "API_KEYS_INVALID",
      `API_KEYS_FILE ${path} cannot be read (${systemErrorCode(cause)}).`,
      {
        cause,
      },
    );
  }
}
