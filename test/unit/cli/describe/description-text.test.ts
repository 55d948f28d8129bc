import { formatDescription } from "../../../../cli/describe/description-text";
import { cycle, describeText } from "../../../support/describing";

/** The cells of the printed table, without its head. */
async function printed(text: string): Promise<{ title: string; rows: string[][]; last: string }> {
  const lines = formatDescription(await describeText(text)).split("\n");
  const cells = lines
    .filter((line) => line.startsWith("│"))
    .map((line) =>
      line
        .split("│")
        .map((cell) => cell.trim())
        .slice(1, -1),
    );
  return { title: lines[0], rows: cells.slice(1), last: lines[lines.length - 1] };
}

function tableOf(columns: { readonly [name: string]: readonly string[] }): string {
  const names = Object.keys(columns);
  const rows = Array.from({ length: 120 }, (_, i) =>
    [...names.map((name) => columns[name][i % columns[name].length]), 1000 + 7 * ((i * 37) % 101)].join(","),
  );
  return `${[...names, "price"].join(",")}\n${rows.join("\n")}\n`;
}

describe("the text of a description", () => {
  it("has a line for each column, with its range or its first categories", async () => {
    const { title, rows } = await printed(
      tableOf({
        area: cycle(["50", "60", "70.5"]),
        style: ["villa", "flat", "hut"],
        town: ["a", "b", "c", "d", "e"],
      }),
    );

    expect(title).toMatch(/houses\.csv: 120 rows, 4 columns$/);
    expect(rows.map((cells) => cells.slice(0, 5))).toEqual([
      ["area", "area", "number", "0", "50 to 70.5"],
      ["style", "style", "category", "0", "3: flat, hut, villa"],
      ["town", "town", "category", "0", "5: a, b, c, d, …"],
      ["price", "price", expect.any(String), "0", "1000 to 1700"],
    ]);
    expect(rows[3].slice(5)).toEqual(["target", "named by you"]);
  });

  it("has at most sixty characters of a cell", async () => {
    const { rows } = await printed(tableOf({ style: ["x".repeat(80), "flat", "hut"] }));

    expect(rows[0][4]).toBe(`3: flat, hut, ${"x".repeat(46)}…`);
  });

  it("ends with the warnings", async () => {
    const description = await describeText(tableOf({ area: ["50", "60"] }));
    const text = formatDescription({ ...description, warnings: ["It is small.", "It is odd."] });

    expect(text.split("\n").slice(-2)).toEqual(["Note: It is small.", "Note: It is odd."]);
    expect(formatDescription({ ...description, warnings: [] })).not.toContain("Note");
  });
});
