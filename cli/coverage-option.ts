import { InvalidArgumentError } from "commander";
import { MAX_COVERAGE, MIN_COVERAGE } from "../model/trust/uncertainty";

export function parseCoverage(text: string): number {
  const coverage = text.trim() === "" ? Number.NaN : Number(text);
  if (!(coverage >= MIN_COVERAGE && coverage <= MAX_COVERAGE)) {
    throw new InvalidArgumentError(`Expected a number from ${MIN_COVERAGE} to ${MAX_COVERAGE}, such as 0.9.`);
  }
  return coverage;
}
