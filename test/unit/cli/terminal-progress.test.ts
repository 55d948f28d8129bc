import { PassThrough } from "node:stream";
import { terminalProgress } from "../../../cli/terminal-progress";

/** A stream that keeps what is written to it, as a terminal or not. */
function recordingStream(isTTY: boolean) {
  const written: string[] = [];
  const stream = Object.assign(new PassThrough(), { isTTY, columns: 80 });
  stream.on("data", (chunk: Buffer) => written.push(chunk.toString()));
  return { stream, written };
}

describe("the progress of training", () => {
  it("is not told where standard error is no terminal", () => {
    const { stream, written } = recordingStream(false);
    const progress = terminalProgress(stream);
    progress.begin("Multiplying", 10);
    progress.advance(10);
    progress.end();
    expect(written).toEqual([]);
  });

  it("is a bar that is gone at the end, on a terminal", () => {
    const { stream, written } = recordingStream(true);
    const progress = terminalProgress(stream);
    progress.begin("Multiplying", 10);
    progress.advance(4);
    progress.end();
    expect(written.join("")).toMatch(/Multiplying.*0 %/);
  });
});
