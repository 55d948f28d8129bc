/** The code of an error, such as `ENOENT`, or else its message. */
export function systemErrorCode(error: unknown): string {
  const hasCode = typeof error === "object" && error !== null && "code" in error;
  return String(hasCode ? error.code : error);
}

export function isAbsence(error: unknown): boolean {
  return ["ENOENT", "ENOTDIR"].includes(systemErrorCode(error));
}
