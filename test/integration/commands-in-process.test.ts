import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { firstLines, withCell, writeCsv } from "../support/housing-csv";
import { runMain } from "../support/main-in-process";
import { temporaryDirectory } from "../support/temporary-directory";

describe("when a command runs in this process, where coverage sees it", () => {
  it("predict scores a file and tells how many lines it rejected", async () => {
    const input = await writeCsv(withCell(firstLines(10), 4, 0, "much"));
    const out = join(await temporaryDirectory(), "out.csv");
    const { error } = await runMain(() => require("../../cli/predict"), "rows/s", [
      input,
      "--out",
      out,
      "--interval",
      "0.9",
    ]);
    expect(error[0]).toMatch(
      /^10 rows: 9 predicted by \S+, 1 rejected \(see .*out\.rejects\.csv\); no row has warnings; \d+ rows\/s\.$/,
    );
    expect((await readFile(out, "utf8")).trimEnd().split("\n")).toHaveLength(10);
  });

  it("models lists the committed models", async () => {
    const { log } = await runMain(() => require("../../cli/models"), "linear");
    expect(log[0]).toContain("ok");
  });

  it("evaluate prints scores and coverage", async () => {
    const { log } = await runMain(() => require("../../cli/evaluate"), "mean width", [
      "--model",
      "linear@1",
      "--data",
      await writeCsv(firstLines(50)),
    ]);
    expect(log[1]).toContain("all rows are test rows");
  });
});
