/** Whether a line is what Git leaves in a file that it could not merge. */
export function isMergeMark(line: string): boolean {
  return /^(?:<{7}|>{7}|\|{7})(?: |$)|^={7}$/.test(line);
}
