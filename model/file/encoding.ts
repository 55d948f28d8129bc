/** How a file that is not UTF-8 text begins, and what to do about it. */
interface Signature {
  readonly bytes: readonly number[];
  readonly problem: string;
}

const ascii = (text: string): number[] => [...Buffer.from(text, "latin1")];

/** UTF-32 comes before UTF-16, whose little-endian mark begins its own. */
const SIGNATURES: readonly Signature[] = [
  { bytes: [0xff, 0xfe, 0, 0], problem: saveAsUtf8("UTF-32 (little-endian)") },
  { bytes: [0, 0, 0xfe, 0xff], problem: saveAsUtf8("UTF-32 (big-endian)") },
  { bytes: [0xff, 0xfe], problem: saveAsUtf8("UTF-16 (little-endian)") },
  { bytes: [0xfe, 0xff], problem: saveAsUtf8("UTF-16 (big-endian)") },
  { bytes: [0x1f, 0x8b], problem: decompress("gzip") },
  { bytes: [0x28, 0xb5, 0x2f, 0xfd], problem: decompress("zstd") },
  { bytes: [0xfd, ...ascii("7zXZ"), 0], problem: decompress("xz") },
  { bytes: [...ascii("7z"), 0xbc, 0xaf, 0x27, 0x1c], problem: decompress("7z") },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], problem: exportAsText("an Excel workbook") },
];

/** Zip archives, also empty ones and parts of split ones. */
const ZIP = [
  [...ascii("PK"), 3, 4],
  [...ascii("PK"), 5, 6],
  [...ascii("PK"), 7, 8],
];

/**
 * What a file is where it is not UTF-8 text, as the end of a sentence that begins with its name: "is UTF-16
 * (little-endian): save it as UTF-8".
 *
 * @param sample - the first bytes of the file: 128 or more, or a whole line, or all of it
 */
export function recognizeBinary(sample: Uint8Array): string | undefined {
  const signature = SIGNATURES.find(({ bytes }) => bytes.every((byte, i) => sample[i] === byte));
  return signature?.problem ?? recognizeBzip2(sample) ?? recognizeZip(sample) ?? recognizeWideText(sample);
}

/** Text may begin with the letters of a bzip2 file; the digits of π behind them are its own. */
function recognizeBzip2(sample: Uint8Array): string | undefined {
  const start = Buffer.from(sample.subarray(0, 10)).toString("latin1");
  return /^BZh[1-9]1AY&SY/.test(start) ? decompress("bzip2") : undefined;
}

/** Spreadsheets are zip archives; the names of their entries stand in them as plain text. */
function recognizeZip(sample: Uint8Array): string | undefined {
  if (!ZIP.some((start) => start.every((byte, i) => sample[i] === byte))) return undefined;
  const text = Buffer.from(sample).toString("latin1");
  if (/\[Content_Types\]\.xml|xl\/|_rels\//.test(text)) return exportAsText("an Excel workbook");
  if (text.includes("opendocument")) return exportAsText("an OpenDocument spreadsheet");
  return decompress("zip");
}

/** UTF-16 or UTF-32 without a mark: the high bytes of what is ASCII in it are zero, always at the same places. */
function recognizeWideText(sample: Uint8Array): string | undefined {
  const isMarkedUtf8 = sample[0] === 0xef && sample[1] === 0xbb && sample[2] === 0xbf;
  if (isMarkedUtf8) return undefined;
  const zeros = [0, 0, 0, 0];
  sample.forEach((byte, i) => {
    if (byte === 0) zeros[i % 4]++;
  });
  const total = zeros.reduce((sum, count) => sum + count);
  if (total === 0) return undefined;
  // Commas, digits and line ends are ASCII in every script, so every text of a table has such zeros.
  const isMost = (count: number) => count >= 0.95 * total && count >= sample.length / 16;
  const [first, second, third, fourth] = zeros;
  const isWide = Math.min(second, third) > 0.8 * (sample.length >> 2);
  if (isWide && isMost(second + third + fourth)) return saveAsUtf8("UTF-32 (little-endian)");
  if (isWide && isMost(first + second + third)) return saveAsUtf8("UTF-32 (big-endian)");
  if (isMost(second + fourth)) return saveAsUtf8("UTF-16 (little-endian)");
  if (isMost(first + third)) return saveAsUtf8("UTF-16 (big-endian)");
  return undefined;
}

function saveAsUtf8(encoding: string): string {
  return `is ${encoding}: save it as UTF-8`;
}

function decompress(format: string): string {
  return `is compressed (${format}): decompress it first`;
}

function exportAsText(kind: string): string {
  return `is ${kind}: save its sheet as "CSV UTF-8"`;
}
