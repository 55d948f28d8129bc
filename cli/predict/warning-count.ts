import type { DriftDetector, Finding, Findings } from "../../model/trust/drift";
import type { WarningCode } from "../../model/trust/warnings";

/** Largest number of combinations of findings whose text is kept. */
const MAX_TEXTS = 1000;

/** Counts the rows with warnings. */
export class WarningCount {
  /** Number of rows with one warning or more. */
  rows = 0;
  private readonly rowsOfCode = new Map<WarningCode, number>();
  private readonly rowsOfFeature = new Map<string, number>();
  private readonly texts = new Map<Findings, string>([[0, ""]]);

  constructor(private readonly drift: DriftDetector) {}

  /** @param findings - of one row; not 0 */
  add(findings: Findings): void {
    this.rows++;
    const found = this.drift.describe(findings);
    for (const code of new Set(found.map((finding) => finding.code))) increment(this.rowsOfCode, code);
    for (const { feature } of found) if (feature) increment(this.rowsOfFeature, feature);
  }

  /** The findings of a row as a cell: `FEATURE_OUT_OF_RANGE(medInc);UNUSUAL_COMBINATION`; empty where there are none. */
  textOf(findings: Findings): string {
    let text = this.texts.get(findings);
    if (text === undefined) {
      text = this.drift.describe(findings).map(label).join(";");
      if (this.texts.size < MAX_TEXTS) this.texts.set(findings, text);
    }
    return text;
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

function label({ code, feature }: Finding): string {
  return feature ? `${code}(${feature})` : code;
}

function list(counts: readonly (readonly [string, string | number])[]): string {
  return counts.map(([name, count]) => `${name} ${count}`).join(", ");
}

function increment<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
