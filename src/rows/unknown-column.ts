import type { Table } from "../../model/table/table";

/** Characters of a name that a message repeats. */
const MAX_NAME = 100;

/** Maximum number of columns that a message lists. */
const MAX_LISTED = 50;

/** A name that a client chose, short enough for a message. */
export function shownName(name: string): string {
  return name.length > MAX_NAME ? `${name.slice(0, MAX_NAME)}…` : name;
}

/** Says that a table has no column of this name, and which it has. */
export function describeUnknownColumn({ features }: Table, name: string): string {
  const names = features.slice(0, MAX_LISTED).map((column) => column.name);
  const others = features.length - names.length;
  const list = `${names.join(", ")}${others > 0 ? ` and ${others} more` : ""}`;
  return `There is no column ${shownName(name)}. There are ${list}.`;
}
