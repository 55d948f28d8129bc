import { SingleBar } from "cli-progress";

/** Shows how far a command has come, where its standard error is a terminal. */
export interface Progress {
  /** @param bytes - of the input that were read */
  update(bytes: number, rows: number): void;
  /** Writes a line to standard error, above the bar. */
  say(line: string): void;
  stop(): void;
}

/**
 * The bar appears with the first update.
 *
 * @param bytes - size of the input; undefined where it is not known
 */
export function openProgress(
  stream: NodeJS.WritableStream & { readonly isTTY?: boolean },
  bytes: number | undefined,
): Progress {
  const say = (line: string) => stream.write(`${line}\n`);
  if (!stream.isTTY) return { update: () => undefined, say, stop: () => undefined };
  const format =
    bytes === undefined ? "{rows} rows" : "{bar} {percentage} % | {rows} rows | {eta_formatted} left";
  const bar = new SingleBar({ stream, format, clearOnComplete: true, hideCursor: true, etaBuffer: 100 });
  return {
    update(value, rows) {
      if (!bar.isActive) bar.start(bytes ?? 0, 0, { rows: 0 });
      bar.update(bytes === undefined ? 0 : value, { rows: rows.toLocaleString("en") });
    },
    say(line) {
      // The bar is drawn again below the line.
      stream.write("\r\u001B[K");
      say(line);
    },
    stop: () => bar.stop(),
  };
}
