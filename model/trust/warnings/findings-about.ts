import type { Table } from "../../table/table";
import type { Finding } from "./warning-kind";

/** A finding about each of some features, made once, so that finding it in a row allocates nothing. */
export function findingsAbout<Code extends string>(
  code: Code,
  table: Table,
  features: readonly { readonly name: string }[],
): { readonly positions: Int32Array; readonly findings: readonly Finding<Code>[] } {
  const positions = Int32Array.from(features, ({ name }) => table.indexOf(name));
  const findings = Array.from(positions, (position) => ({ code, feature: table.features[position].apiName }));
  return { positions, findings };
}
