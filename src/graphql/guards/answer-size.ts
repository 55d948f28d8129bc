import type { GraphQLFormattedError } from "graphql";
import type { ErrorCode } from "../../../model/errors";
import { isJsonRecord } from "../../../schema/json-record";

/** Bytes of a number with all its digits and a comma; other scalars are shorter. */
const SCALAR_BYTES = 20;

/** Whether the answer takes more than about `maxBytes` as JSON. Estimated before serialization, and stops early. */
export function isLargerThan(answer: unknown, maxBytes: number): boolean {
  return bytesLeftAfter(answer, maxBytes) < 0;
}

/** What remains of `budget` bytes after `value`; negative if it is too large. */
export function bytesLeftAfter(value: unknown, budget: number): number {
  if (typeof value === "string") return budget - value.length - 3;
  let left = budget - 2;
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length && left >= 0; index++) left = bytesLeftAfter(value[index], left);
    return left;
  }
  if (!isJsonRecord(value)) return budget - SCALAR_BYTES;
  for (const key in value) {
    if (left < 0) return left;
    left = bytesLeftAfter(value[key], left - key.length - 3);
  }
  return left;
}

export function answerTooLarge(maxBytes: number): GraphQLFormattedError {
  const code: ErrorCode = "ANSWER_TOO_LARGE";
  const message = `The response would be larger than ${maxBytes} bytes. Select fewer fields, or send fewer rows.`;
  return { message, extensions: { code } };
}
