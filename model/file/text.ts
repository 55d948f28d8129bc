import { recognizeBinary } from "./encoding";

/**
 * The bytes are not UTF-8 text. The message ends a sentence that begins with the file name: "is UTF-16 (little-endian): save it as
 * UTF-8".
 */
export class NotTextError extends Error {
  override readonly name = "NotTextError";

  /** @param before - text of the same piece before the invalid byte, if a single byte is to blame */
  constructor(
    message: string,
    readonly before?: string,
  ) {
    super(message);
  }
}

/** Bytes needed to recognize a format; see {@link recognizeBinary}. */
const MIN_SAMPLE = 128;
const MAX_SAMPLE = 4096;

const LINE_FEED = 0x0a;

/**
 * Decodes UTF-8, with or without a byte order mark.
 *
 * @throws NotTextError
 */
export function decodeText(bytes: Uint8Array): string {
  const decoder = new TextPieces();
  return decoder.push(bytes) + decoder.end();
}

/** Decodes UTF-8 in pieces, like {@link decodeText}; a piece may end within a character. */
export class TextPieces {
  // It removes a byte order mark.
  private readonly decoder = new TextDecoder("utf-8", { fatal: true });
  /** The first bytes, until the format is recognized. */
  private beginning: Uint8Array | undefined = new Uint8Array();
  private position = 0;

  /**
   * @returns the text decoded so far
   * @throws NotTextError
   */
  push(bytes: Uint8Array): string {
    if (!this.beginning) return this.decode(bytes, true);
    this.beginning = this.beginning.length > 0 ? Buffer.concat([this.beginning, bytes]) : bytes;
    // A whole line without zeros is enough, so that programs reading interactive input can answer each line.
    const isLine = this.beginning.includes(LINE_FEED) && !this.beginning.includes(0);
    return isLine || this.beginning.length >= MIN_SAMPLE ? this.decodeBeginning(this.beginning) : "";
  }

  /**
   * @returns the remaining text
   * @throws NotTextError also if the file ends within a character
   */
  end(): string {
    const text = this.beginning ? this.decodeBeginning(this.beginning) : "";
    return text + this.decode(new Uint8Array(), false);
  }

  private decodeBeginning(bytes: Uint8Array): string {
    this.beginning = undefined;
    const problem = recognizeBinary(bytes.subarray(0, MAX_SAMPLE));
    if (problem) throw new NotTextError(problem);
    return this.decode(bytes, true);
  }

  private decode(bytes: Uint8Array, hasMore: boolean): string {
    const zero = bytes.indexOf(0);
    if (zero !== -1) {
      throw new NotTextError(
        `is not text (byte ${this.position + zero + 1} is zero): pass a UTF-8 text file`,
        decodeLeniently(bytes.subarray(0, zero)),
      );
    }
    try {
      const text = this.decoder.decode(bytes, { stream: hasMore });
      this.position += bytes.length;
      return text;
    } catch {
      const invalid = findInvalid(bytes);
      const where = hasMore ? `byte ${this.position + invalid + 1} is invalid` : "it ends within a character";
      throw new NotTextError(
        `is not UTF-8 (${where}; it may be Windows-1252 or Latin-1): save it as UTF-8`,
        decodeLeniently(bytes.subarray(0, invalid)),
      );
    }
  }
}

const REPLACEMENT = "\uFFFD";
const REPLACEMENT_BYTES = Buffer.from(REPLACEMENT);

/** Decodes with {@link REPLACEMENT} for invalid bytes. */
function decodeLeniently(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}

function findInvalid(bytes: Uint8Array): number {
  // A piece may begin within a character: up to three bytes belong to the previous piece.
  let offset = 0;
  while (offset < 3 && (bytes[offset] & 0xc0) === 0x80) offset++;
  const text = decodeLeniently(bytes.subarray(offset));
  let from = 0;
  for (let at = text.indexOf(REPLACEMENT); at !== -1; at = text.indexOf(REPLACEMENT, from)) {
    offset += Buffer.byteLength(text.slice(from, at));
    // The file itself may contain the replacement character.
    if (!REPLACEMENT_BYTES.equals(bytes.subarray(offset, offset + 3))) return offset;
    offset += 3;
    from = at + 1;
  }
  return 0;
}

/**
 * Characters that terminals do not show as themselves: control characters and escape sequences, bidirectional and zero-width marks,
 * non-plain spaces, lone surrogates.
 */
const UNPRINTABLE = /[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu;

/** {@link UNPRINTABLE} without line ends and spaces. */
const CONTROL = /(?!\n)[\p{C}\p{Zl}\p{Zp}]/gu;

/** Quotes a text in a message: on one line, at most `max` characters with "…", unprintable characters escaped (`\u001b`). */
export function printable(text: string, max: number): string {
  const cut = text.length > max ? `${text.slice(0, max).replace(/[\ud800-\udbff]$/, "")}…` : text;
  return cut.replace(UNPRINTABLE, asEscape);
}

/** Escapes control characters in a message of several lines. */
export function printableLines(message: string): string {
  return message.replace(CONTROL, asEscape);
}

function asEscape(character: string): string {
  return `\\u${character.codePointAt(0)?.toString(16).padStart(4, "0")}`;
}
