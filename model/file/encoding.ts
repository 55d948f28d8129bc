/** First bytes of a format that is not UTF-8 text, and how to convert it. */
interface Signature {
  readonly bytes: readonly number[];
  readonly problem: string;
}

const ascii = (text: string): number[] => [...Buffer.from(text, "latin1")];

/** UTF-32 first: its little-endian mark begins with that of UTF-16. */
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

/** Zip archives, including empty and split ones. */
const ZIP = [
  [...ascii("PK"), 3, 4],
  [...ascii("PK"), 5, 6],
  [...ascii("PK"), 7, 8],
];

/**
 * Recognizes formats that are not UTF-8 text. Returns the end of a sentence that begins with the file name: "is UTF-16 (little-endian):
 * save it as UTF-8".
 *
 * @param sample - the first 128 or more bytes of the file, a whole line, or the whole file
 */
export function recognizeBinary(sample: Uint8Array): string | undefined {
  const signature = SIGNATURES.find(({ bytes }) => bytes.every((byte, i) => sample[i] === byte));
  return signature?.problem ?? recognizeBzip2(sample) ?? recognizeZip(sample) ?? recognizeWideText(sample);
}

/** Text may begin like a bzip2 file; the following digits of π are unique to it. */
function recognizeBzip2(sample: Uint8Array): string | undefined {
  const start = Buffer.from(sample.subarray(0, 10)).toString("latin1");
  return /^BZh[1-9]1AY&SY/.test(start) ? decompress("bzip2") : undefined;
}

/** Spreadsheets are zip archives that contain their entry names as plain text. */
function recognizeZip(sample: Uint8Array): string | undefined {
  if (!ZIP.some((start) => start.every((byte, i) => sample[i] === byte))) return undefined;
  const text = Buffer.from(sample).toString("latin1");
  if (/\[Content_Types\]\.xml|xl\/|_rels\//.test(text)) return exportAsText("an Excel workbook");
  if (text.includes("opendocument")) return exportAsText("an OpenDocument spreadsheet");
  return decompress("zip");
}

/** Recognizes UTF-16 and UTF-32 without a mark by zero bytes at regular positions. */
function recognizeWideText(sample: Uint8Array): string | undefined {
  const isMarkedUtf8 = sample[0] === 0xef && sample[1] === 0xbb && sample[2] === 0xbf;
  if (isMarkedUtf8) return undefined;
  const zeros = [0, 0, 0, 0];
  sample.forEach((byte, i) => {
    if (byte === 0) zeros[i % 4]++;
  });
  const total = zeros.reduce((sum, count) => sum + count);
  if (total === 0) return undefined;
  // Commas, digits and line ends are ASCII in every script, so every table has such zeros.
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
