import { formatAssumptions } from "../../../../cli/train/assumptions";
import type { TableDescription } from "../../../../training/describe/describe-table";
import { describeText } from "../../../support/describing";

function tableOf(columns: { readonly [name: string]: readonly string[] }): string {
  const names = Object.keys(columns);
  const rows = Array.from({ length: 120 }, (_, i) =>
    [...names.map((name) => columns[name][i % columns[name].length]), 1000 + 7 * ((i * 37) % 101)].join(","),
  );
  return `${[...names, "price"].join(",")}\n${rows.join("\n")}\n`;
}

const linesOf = (description: TableDescription, file = "houses.csv") =>
  formatAssumptions({ ...description, file }).split("\n");

describe("what training assumes of a table without a schema", () => {
  it("is a line for each kind of column, and how to correct it", async () => {
    const description = await describeText(
      tableOf({ area: ["50", "60", "70.5"], style: ["villa", "flat"], pool: ["true", "false"], same: ["7"] }),
    );
    const lines = linesOf({ ...description, warnings: ["It is small."] });

    expect(lines).toEqual([
      "There is no table schema beside houses.csv. Inferred from its 120 rows:",
      "  numbers, dates and years: area",
      "  categories: style, pool",
      expect.stringMatching(/^ {2}left out: same \(.+\)$/),
      "  note: It is small.",
      '"npm run describe -- houses.csv" shows more, and writes a schema for you to correct.',
    ]);
  });

  it("has no line for a kind without columns", async () => {
    const description = await describeText(tableOf({ area: ["50", "60", "70.5"] }));
    const lines = linesOf({ ...description, warnings: [] });

    expect(lines.slice(1, -1)).toEqual(["  numbers, dates and years: area"]);
  });

  it("names at most twelve columns of a kind, and not too long", async () => {
    const names = Array.from({ length: 13 }, (_, i) => `${"x".repeat(40)}${i}`);
    const [few, many] = await Promise.all(
      [names.slice(0, 12), names].map((each) =>
        describeText(tableOf(Object.fromEntries(each.map((name, i) => [name, ["1", "2", String(3 + i)]])))),
      ),
    );
    const lineOf = (description: TableDescription) => linesOf(description)[1];

    expect(lineOf(few)).not.toContain("more");
    expect(lineOf(few).match(/x{20,}/g)).toHaveLength(12);
    expect(lineOf(many).match(/x{20,}/g)).toHaveLength(12);
    expect(lineOf(many)).toMatch(/ and 1 more$/);
    expect(lineOf(many)).not.toContain("x".repeat(31));
  });
});
