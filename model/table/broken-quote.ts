const BLANK = /\s/;

/**
 * Position of the first cell with broken quotes: never closed, inside an unquoted cell, or followed by something else than a delimiter.
 * If there is none, the last cell.
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

/** End of a quoted cell: its delimiter or the end of the line; undefined if it is broken. */
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

/** End of an unquoted cell; undefined if it is broken. */
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
