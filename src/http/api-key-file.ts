import { HousePriceError } from "../../model/errors";
import { refusedAs } from "../../model/file/file-refused";
import { readSignature } from "../../model/file/file-signature";
import { readText } from "../../model/file/read-file";

/** The key itself is not stored. */
export interface ApiKey {
  /** For the log. */
  readonly name: string;
  /** SHA-256, 32 bytes. */
  readonly hash: Buffer;
}

/** Room for ten thousand keys. */
const MAX_BYTES = 1024 * 1024;

const LINE = /^([\w.@-]{1,64}):([0-9a-fA-F]{64})$/;

export class ApiKeyFile {
  private signature = "";
  private text: string | undefined;

  constructor(private readonly path: string) {}

  /**
   * The keys, or undefined if the file has not changed since the last call.
   *
   * @throws HousePriceError API_KEYS_INVALID; the message has the line number, never the line
   */
  async readChanged(): Promise<readonly ApiKey[] | undefined> {
    // Take the signature first, so that a change during the read is noticed the next time.
    const signature = await readSignature(this.path).catch(refusedAs("API_KEYS_INVALID"));
    if (signature?.text === this.signature) return undefined;
    const text = await readText(this.path, { maxBytes: MAX_BYTES }).catch(refusedAs("API_KEYS_INVALID"));
    if (text === undefined || !signature) {
      throw new HousePriceError("API_KEYS_INVALID", `API_KEYS_FILE ${this.path} does not exist (ENOENT).`);
    }
    const keys = text === this.text ? undefined : parseApiKeys(text, this.path);
    this.text = text;
    if (signature.settled) this.signature = signature.text;
    return keys;
  }
}

/**
 * Parses keys: one `name:sha256` per line, the hash in hexadecimal. Empty lines and lines that begin with `#` are
 * skipped. A name may have several keys, so that a new one can be issued before the old one is removed.
 */
function parseApiKeys(text: string, path: string): ApiKey[] {
  return text.split(/\r\n|\r|\n/).flatMap((untrimmed, index) => {
    const line = untrimmed.trim();
    if (line === "" || line.startsWith("#")) return [];
    const [, name, hash] = LINE.exec(line) ?? [];
    if (name && hash) return { name, hash: Buffer.from(hash, "hex") };
    throw new HousePriceError(
      "API_KEYS_INVALID",
      `Line ${index + 1} of ${path} is not name:sha256 with 64 hexadecimal digits; make one with "npm run make-key -- NAME".`,
    );
  });
}
