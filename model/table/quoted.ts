import { printable } from "../file/text";

const MAX_QUOTED = 60;

export function quoted(text: string): string {
  return `"${printable(text, MAX_QUOTED)}"`;
}
