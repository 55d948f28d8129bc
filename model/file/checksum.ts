import { createHash } from "node:crypto";

/**
 * A model file carries its own checksum: the SHA-256 of all its bytes, with the digest itself taken as zeros. It covers every byte, and
 * survives copying and renaming.
 */

const MARK = Buffer.from('"checksum": "sha256:');
const DIGEST_LENGTH = 64;
const ZEROS = Buffer.from("0".repeat(DIGEST_LENGTH));

/** Placeholder for the checksum until {@link seal} fills it in. */
export const UNSEALED = `sha256:${ZEROS}`;

/** SHA-256 in lower-case hexadecimal, as printed by `sha256sum`. */
export function sha256(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}

export function seal(text: string): string {
  const bytes = Buffer.from(text);
  const at = bytes.indexOf(MARK) + MARK.length;
  bytes.write(sha256(bytes), at);
  return bytes.toString();
}

export function isSealed(bytes: Buffer): boolean {
  const mark = bytes.indexOf(MARK);
  if (mark === -1) return false;
  const at = mark + MARK.length;
  const digest = bytes.toString("latin1", at, at + DIGEST_LENGTH);
  const unsealed = Buffer.concat([bytes.subarray(0, at), ZEROS, bytes.subarray(at + DIGEST_LENGTH)]);
  return sha256(unsealed) === digest;
}
