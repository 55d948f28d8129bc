import { createHash } from "node:crypto";

/**
 * A model file carries its own checksum: the SHA-256 of all its bytes, with the digest itself taken as zeros.
 * So every byte of the file is covered, white space too, and the file stays whole when it is copied or renamed.
 */

const MARK = Buffer.from('"checksum": "sha256:');
const DIGEST_LENGTH = 64;
const ZEROS = Buffer.from("0".repeat(DIGEST_LENGTH));

/** What a file holds in place of its checksum until {@link seal} has filled it in. */
export const UNSEALED = `sha256:${ZEROS}`;

/** SHA-256 of the bytes, in lower-case hexadecimal: what `sha256sum` prints. */
export function sha256(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Fills in the checksum of a file written with {@link UNSEALED}. */
export function seal(text: string): string {
  const bytes = Buffer.from(text);
  const at = bytes.indexOf(MARK) + MARK.length;
  bytes.write(sha256(bytes), at);
  return bytes.toString();
}

/** Whether the bytes are those that were sealed. */
export function isSealed(bytes: Buffer): boolean {
  const mark = bytes.indexOf(MARK);
  if (mark === -1) return false;
  const at = mark + MARK.length;
  const digest = bytes.toString("latin1", at, at + DIGEST_LENGTH);
  const unsealed = Buffer.concat([bytes.subarray(0, at), ZEROS, bytes.subarray(at + DIGEST_LENGTH)]);
  return sha256(unsealed) === digest;
}
