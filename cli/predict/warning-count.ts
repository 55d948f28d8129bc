import type { Finding } from "../../model/trust/warnings/warning-kind";

/** Counts the rows with warnings. */
export class WarningCount {
  /** Number of rows with one warning or more. */
  rows = 0;
  private readonly rowsOfCode = new Map<string, number>();
  /** For each code, the rows of each feature that it is about. */
  private readonly rowsOfFeature = new Map<string, Map<string, number>>();

  /** @param findings - of one row; not empty */
  add(findings: readonly Finding[]): void {
    this.rows++;
    for (const code of new Set(findings.map((finding) => finding.code))) increment(this.rowsOfCode, code);
    for (const { code, feature } of findings) {
      if (feature === undefined) continue;
      const rows = this.rowsOfFeature.get(code) ?? new Map<string, number>();
      this.rowsOfFeature.set(code, rows);
      increment(rows, feature);
    }
  }

  /** The counts in words: "3 rows have warnings: FEATURE_OUT_OF_RANGE 3 (area 2, rooms 1), UNUSUAL_COMBINATION 1". */
  describe(): string {
    if (this.rows === 0) return "no row has warnings";
    const codes = [...this.rowsOfCode].map(([code, rows]): [string, string] => {
      const features = this.rowsOfFeature.get(code);
      return [code, features ? `${rows} (${list([...features])})` : String(rows)];
    });
    return `${this.rows === 1 ? "1 row has" : `${this.rows} rows have`} warnings: ${list(codes)}`;
  }
}

/** The findings of a row as a cell: `FEATURE_OUT_OF_RANGE(area);UNUSUAL_COMBINATION`; empty where there are none. */
export function warningCell(findings: readonly Finding[]): string {
  return findings.map(label).join(";");
}

function label({ code, feature }: Finding): string {
  return feature ? `${code}(${feature})` : code;
}

function list(counts: readonly (readonly [string, string | number])[]): string {
  return counts.map(([name, count]) => `${name} ${count}`).join(", ");
}

function increment(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
