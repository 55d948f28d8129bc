import type { Change } from "../../model/registry/change-models";

export function describeChange(name: string, { before, after }: Change): string {
  if (before === after) return `${name} is still served by ${name}@${after}.`;
  const former = before === undefined ? "" : `, before by ${name}@${before}`;
  return `${name} is now served by ${name}@${after}${former}.`;
}
