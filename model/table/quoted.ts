import { printable } from "../file/text";

const MAX_QUOTED = 60;

/** Quotes a name or a cell for messages. */
export function quoted(text: string): string {
  return `"${printable(text, MAX_QUOTED)}"`;
}
