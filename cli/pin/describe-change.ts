import type { Change } from "../../model/registry/change-models";

/** What a command prints of a change of the answering version. */
export function describeChange(name: string, { before, after }: Change): string {
  if (before === after) return `${name}@${after} answers for ${name}, as before.`;
  const former = before === undefined ? "" : `; before, ${name}@${before} did`;
  return `${name}@${after} answers for ${name}${former}.`;
}
