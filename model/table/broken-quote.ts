const BLANK = /\s/;

/**
 * Position of the cell in which the quotes of a line are broken: a quote is never closed, stands inside a cell that does
 * not begin with one, or is followed by something else than a delimiter. The last cell where none is.
 *
 * @param delimiter - one character
 */
export function brokenCellOf(line: string, delimiter: string): number {
  let cell = 0;
  let at = 0;
  for (;;) {
    const first = skipBlanks(line, at, delimiter);
    const end =
      line[first] === '"' ? endOfQuoted(line, first, delimiter) : endOfPlain(line, first, delimiter);
    if (end === undefined || end >= line.length) return cell;
    at = end + 1;
    cell++;
  }
}

/** Position of the delimiter behind a cell that begins with a quote, or of the line's end; undefined where it is broken. */
function endOfQuoted(line: string, start: number, delimiter: string): number | undefined {
  let at = start + 1;
  for (;;) {
    const quote = line.indexOf('"', at);
    if (quote === -1) return undefined;
    if (line[quote + 1] !== '"') {
      const end = skipBlanks(line, quote + 1, delimiter);
      return end === line.length || line[end] === delimiter ? end : undefined;
    }
    at = quote + 2;
  }
}

/** The same of a cell that does not begin with a quote. */
function endOfPlain(line: string, start: number, delimiter: string): number | undefined {
  const next = line.indexOf(delimiter, start);
  const end = next === -1 ? line.length : next;
  return line.slice(start, end).includes('"') ? undefined : end;
}

function skipBlanks(line: string, start: number, delimiter: string): number {
  let at = start;
  while (at < line.length && line[at] !== delimiter && BLANK.test(line[at])) at++;
  return at;
}
