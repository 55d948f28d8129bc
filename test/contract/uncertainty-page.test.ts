import { readFileSync } from "node:fs";
import { percent } from "../../cli/text-table";
import { WARNING_KINDS } from "../../model/trust/warnings/warning-kinds";
import { committedModels } from "../support/committed-models";

const page = readFileSync("docs/UNCERTAINTY.md", "utf8").split("\n");

describe("docs/UNCERTAINTY.md", () => {
  it("has how each committed model's intervals do on its test rows", async () => {
    const expected = (await committedModels()).flatMap(({ id, file }) =>
      file.metrics.coverage.map(({ nominal, observed, meanWidth, constantMeanWidth }) => {
        const gain = percent(1 - meanWidth / constantMeanWidth);
        const widths = `${meanWidth.toFixed(4)} | ${constantMeanWidth.toFixed(4)}`;
        return `| \`${id}\` | ${percent(nominal)} | ${percent(observed)} | ${widths} | ${gain} |`;
      }),
    );
    expect(page.filter((line) => /^\| `\w+@\d+` \|/.test(line))).toEqual(expected);
  });

  it("explains each warning code, and no other", () => {
    const explained = page.flatMap((line) => /^\| `([A-Z_]+)` \|/.exec(line)?.[1] ?? []);
    expect(explained).toEqual(WARNING_KINDS.map(({ code }) => code));
  });
});
