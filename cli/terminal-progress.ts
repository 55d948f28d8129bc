import { SingleBar } from "cli-progress";
import { type Progress, SILENT } from "../training/progress";

/** A bar on the terminal that standard error is; nothing where it is not one. */
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
