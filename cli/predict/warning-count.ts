import type { Finding } from "../../model/trust/warnings/warning-kind";

/** Counts the rows with warnings. */
export class WarningCount {
  /** Number of rows with one warning or more. */
  rows = 0;
  private readonly rowsOfCode = new Map<string, number>();
  private readonly rowsOfFeature = new Map<string, number>();

  /** @param findings - of one row; not empty */
  add(findings: readonly Finding[]): void {
    this.rows++;
    for (const code of new Set(findings.map((finding) => finding.code))) increment(this.rowsOfCode, code);
    for (const { feature } of findings) if (feature) increment(this.rowsOfFeature, feature);
  }

  /** The counts in words: "3 rows have warnings: FEATURE_OUT_OF_RANGE 3 (medInc 2, aveOccup 1), UNUSUAL_COMBINATION 1". */
  describe(): string {
    if (this.rows === 0) return "no row has warnings";
    const features = list([...this.rowsOfFeature]);
    const codes = [...this.rowsOfCode].map(([code, rows]): [string, string] => [
      code,
      code === "FEATURE_OUT_OF_RANGE" ? `${rows} (${features})` : String(rows),
    ]);
    return `${this.rows === 1 ? "1 row has" : `${this.rows} rows have`} warnings: ${list(codes)}`;
  }
}

/** The findings of a row as a cell: `FEATURE_OUT_OF_RANGE(medInc);UNUSUAL_COMBINATION`; empty where there are none. */
export function warningCell(findings: readonly Finding[]): string {
  return findings.map(label).join(";");
}

function label({ code, feature }: Finding): string {
  return feature ? `${code}(${feature})` : code;
}

function list(counts: readonly (readonly [string, string | number])[]): string {
  return counts.map(([name, count]) => `${name} ${count}`).join(", ");
}

function increment<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
