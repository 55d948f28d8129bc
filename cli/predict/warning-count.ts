import type { Finding } from "../../model/trust/warnings/warning-kind";

export class WarningCount {
  rows = 0;
  private readonly rowsOfCode = new Map<string, number>();
  /** Rows per code and feature. */
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

  /** Returns for example "3 rows have warnings: FEATURE_OUT_OF_RANGE 3 (area 2, rooms 1), UNUSUAL_COMBINATION 1". */
  describe(): string {
    if (this.rows === 0) return "no row has warnings";
    const codes = [...this.rowsOfCode].map(([code, rows]): [string, string] => {
      const features = this.rowsOfFeature.get(code);
      return [code, features ? `${rows} (${list([...features])})` : String(rows)];
    });
    return `${this.rows === 1 ? "1 row has" : `${this.rows} rows have`} warnings: ${list(codes)}`;
  }
}

/** Formats findings as a cell, such as `FEATURE_OUT_OF_RANGE(area);UNUSUAL_COMBINATION`; empty without findings. */
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
