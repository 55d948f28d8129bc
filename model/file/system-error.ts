/** The code of an error, such as `ENOENT`; for an error without one what it says. */
export function systemErrorCode(error: unknown): string {
  const hasCode = typeof error === "object" && error !== null && "code" in error;
  return String(hasCode ? error.code : error);
}

/** Whether the error says that there is no such file. */
export function isAbsence(error: unknown): boolean {
  return ["ENOENT", "ENOTDIR"].includes(systemErrorCode(error));
}
