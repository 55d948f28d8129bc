import { SingleBar } from "cli-progress";
import { type Progress, SILENT } from "../training/progress";

/** Progress bar, shown if standard error is a terminal. */
export function terminalProgress(
  stream: NodeJS.WritableStream & { readonly isTTY?: boolean } = process.stderr,
): Progress {
  if (!stream.isTTY) return SILENT;
  const bar = new SingleBar({
    format: "{task} {bar} {percentage} % | {duration_formatted}",
    barCompleteChar: "=",
    barIncompleteChar: "-",
    clearOnComplete: true,
    hideCursor: true,
    stream,
  });
  return {
    begin: (task, steps) => bar.start(steps, 0, { task: task.padEnd(24) }),
    advance: (steps) => bar.increment(steps),
    end: () => bar.stop(),
  };
}
