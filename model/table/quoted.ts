import { printable } from "../file/text";

const MAX_QUOTED = 60;

/** A name or a cell in quotes, as a message shows it. */
export function quoted(text: string): string {
  return `"${printable(text, MAX_QUOTED)}"`;
}
