/** The operating system's code of an error, such as `ENOENT`; undefined for any other error. */
export function errnoOf(error: unknown): string | undefined {
  const isSystemError = typeof error === "object" && error !== null && "syscall" in error && "code" in error;
  return isSystemError ? String(error.code) : undefined;
}

/** The code of an error, such as `ENOENT`; for an error without one what it says. */
export function systemErrorCode(error: unknown): string {
  const hasCode = typeof error === "object" && error !== null && "code" in error;
  return String(hasCode ? error.code : error);
}

/** Whether the error says that there is no such file. */
export function isAbsence(error: unknown): boolean {
  return ["ENOENT", "ENOTDIR"].includes(systemErrorCode(error));
}
