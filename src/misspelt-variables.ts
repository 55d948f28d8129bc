import type { Logger } from "pino";
import { configSchema } from "./config";

/** An unknown variable, and the one that was probably meant. */
export interface Misspelling {
  readonly variable: string;
  readonly meant: string;
}

/**
 * Finds variables that look like misspellings of ours. The environment contains many unrelated variables, so the match is strict:
 * variables that are also set under their right name are skipped, and short names must have the same letters.
 */
export function findMisspellings(environment: NodeJS.ProcessEnv): Misspelling[] {
  const known = Object.keys(configSchema(false).entries);
  const missing = known.filter((name) => !environment[name]);
  return Object.keys(environment)
    .filter((name) => !known.includes(name))
    .flatMap((variable) => {
      const meant = missing.find((name) => isAlmost(variable, name));
      return meant === undefined ? [] : { variable, meant };
    });
}

/** Logs a warning for each probable misspelling, without values. */
export function warnOfMisspellings(log: Pick<Logger, "warn">, environment: NodeJS.ProcessEnv): void {
  for (const { variable, meant } of findMisspellings(environment)) {
    log.warn({ variable, meant }, `Unknown environment variable ${variable}. Did you mean ${meant}?`);
  }
}

function isAlmost(variable: string, name: string): boolean {
  const [a, b] = [plain(variable), plain(name)];
  if (Math.abs(a.length - b.length) > 2) return false;
  const distance = editDistance(a, b);
  if (b.length > 11) return distance <= 2;
  if (b.length > 5) return distance <= 1;
  // HOSTS, POST and PORTS are words of their own; HSOT and PROT are not.
  return distance === 0 || (distance === 1 && a.length === b.length && sorted(a) === sorted(b));
}

const plain = (name: string) => name.toUpperCase().replace(/[^A-Z0-9]/g, "");
const sorted = (text: string) => [...text].sort().join("");

/** Optimal string alignment distance: the number of letters to insert, delete or replace, or of neighbours to swap. */
function editDistance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => [i]);
  rows[0] = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const replaced = rows[i - 1][j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swapped = isSwapped ? rows[i - 2][j - 2] + 1 : Infinity;
      rows[i][j] = Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, replaced, swapped);
    }
  }
  return rows[a.length][b.length];
}
