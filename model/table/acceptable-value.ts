import { isAcceptable } from "./domain";
import type { TableColumn } from "./table-column";

/** Some value that a column accepts: its example if it has one. */
export function acceptableValue({ kind, domain, example }: TableColumn): number {
  if (kind === "category") return 0;
  if (typeof example === "number") return example;
  return [1, domain.min, domain.max, 0].find((value) => isAcceptable(value, domain)) ?? 1;
}
