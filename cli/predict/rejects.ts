import { stringify } from "csv-stringify/sync";
import type { Header } from "../../model/table/header";
import { type Output, openOutput } from "./output-file";
import type { RejectedRecord } from "./score-records";

/** Number of rejected lines reported on the terminal if all are written to a file. */
const MAX_REPORTED = 10;

/** Rejected lines: all are written to the file, if there is one, and the first are reported on the terminal. */
export class Rejects {
  count = 0;

  private constructor(
    readonly path: string | undefined,
    private readonly output: Output | undefined,
    private readonly delimiter: string,
    private readonly report: (line: string) => void,
  ) {}

  /** @param report - writes a line to the terminal */
  static async open(
    path: string | undefined,
    { names }: Header,
    delimiter: string,
    report: (line: string) => void,
  ): Promise<Rejects> {
    const output = path === undefined ? undefined : await openOutput(path);
    await output?.write(stringify([["line", "reason", ...names]], { delimiter }));
    return new Rejects(path, output, delimiter, report);
  }

  async add(records: readonly RejectedRecord[]): Promise<void> {
    if (records.length === 0) return;
    const reported = this.output ? Math.max(MAX_REPORTED - this.count, 0) : records.length;
    for (const { line, reason } of records.slice(0, reported)) this.report(`line ${line}: ${reason}`);
    this.count += records.length;
    const rows = records.map(({ line, reason, cells }) => [line, reason, ...cells]);
    await this.output?.write(stringify(rows, { delimiter: this.delimiter }));
  }

  async commit(): Promise<void> {
    await this.output?.commit();
  }

  async discard(): Promise<void> {
    await this.output?.discard();
  }
}
