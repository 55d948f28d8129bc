import type { Table } from "../model/table/table";

export function positionsOf(table: Table, names: readonly string[]): Int32Array {
  return Int32Array.from(names, (name) => {
    const position = table.indexOf(name);
    if (position === -1) throw new RangeError(`The table has no feature ${name}.`);
    return position;
  });
}
