import { HousePriceError } from "../../model/errors";
import { refusedAs } from "../../model/file/file-refused";
import { readSignature } from "../../model/file/file-signature";
import { readText } from "../../model/file/read-file";

/** A key that is accepted. The key itself is with its owner alone. */
export interface ApiKey {
  /** Who has it; it is logged. */
  readonly name: string;
  /** SHA-256 of the key, 32 bytes. */
  readonly hash: Buffer;
}

/** Size of the file: room for some ten thousand keys. */
const MAX_BYTES = 1024 * 1024;

const LINE = /^([\w.@-]{1,64}):([0-9a-fA-F]{64})$/;

/** A file of API keys, of which changes are to be noticed. */
export class ApiKeyFile {
  private signature = "";
  private text: string | undefined;

  constructor(private readonly path: string) {}

  /**
   * The keys where they were not read before or have changed; undefined where they are the same.
   *
   * @throws HousePriceError API_KEYS_INVALID; the message names the line, and never repeats it
   */
  async readChanged(): Promise<readonly ApiKey[] | undefined> {
    // The signature is taken first: a change while the file is read shows as another signature the next time.
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
 * Reads keys: one `name:sha256` a line, the hash in hexadecimal; empty lines and those that begin with `#` are left
 * out. A name may have several keys, so that a new one can be handed out before the old one goes.
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
