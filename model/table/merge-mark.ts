/** Whether a line is a Git merge conflict marker. */
export function isMergeMark(line: string): boolean {
  return /^(?:<{7}|>{7}|\|{7})(?: |$)|^={7}$/.test(line);
}
