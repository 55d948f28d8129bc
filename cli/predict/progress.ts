import { SingleBar } from "cli-progress";

/** Progress bar, shown if standard error is a terminal. */
export interface Progress {
  /** @param bytes - of the input read so far */
  update(bytes: number, rows: number): void;
  say(line: string): void;
  stop(): void;
}

/**
 * The bar appears with the first update.
 *
 * @param bytes - size of the input; undefined if unknown
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
      // Clear the bar; it is redrawn below the line.
      stream.write("\r\u001B[K");
      say(line);
    },
    stop: () => bar.stop(),
  };
}
