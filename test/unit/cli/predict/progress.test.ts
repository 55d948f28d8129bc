import { PassThrough } from "node:stream";
import { openProgress } from "../../../../cli/predict/progress";

/** A stream that says whether it is a terminal, and keeps what is written to it. */
function stream(isTTY: boolean) {
  const through = Object.assign(new PassThrough(), { isTTY, columns: 80 });
  return { through, written: () => String(through.read() ?? "") };
}

describe("when the standard error is a terminal", () => {
  it("shows how much of a file is done, and clears it at the end", () => {
    const { through, written } = stream(true);
    const progress = openProgress(through, 1000);
    progress.update(0, 0);
    progress.update(250, 12_345);
    progress.stop();
    const text = written();
    expect(text).toContain("25 %");
    expect(text).toContain("12,345 rows");
  });

  it("shows the rows alone where the size is not known", () => {
    const { through, written } = stream(true);
    const progress = openProgress(through, undefined);
    progress.update(0, 12_345);
    progress.stop();
    const text = written();
    expect(text).toContain("12,345 rows");
    expect(text).not.toContain("%");
  });

  it("writes lines that begin where the bar began", () => {
    const { through, written } = stream(true);
    const progress = openProgress(through, 1000);
    progress.say("line 3: bad");
    expect(written()).toBe("\r\u001B[Kline 3: bad\n");
    progress.stop();
  });
});

describe("when the standard error is not a terminal", () => {
  it("writes lines, and nothing else", () => {
    const { through, written } = stream(false);
    const progress = openProgress(through, 1000);
    progress.update(500, 10);
    progress.say("line 3: bad");
    progress.stop();
    expect(written()).toBe("line 3: bad\n");
  });
});
