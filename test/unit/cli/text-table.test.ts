import { percent, textTable } from "../../../cli/text-table";

describe("a table for a terminal", () => {
  it("has the first column to the left, the others to the right, and lines between the rows", () => {
    const table = textTable(["name", "rows"]);
    table.push(["a", "1"], ["b", "22"]);

    expect(table.toString().split("\n")).toEqual([
      "┌──────┬──────┐",
      "│ name │ rows │",
      "├──────┼──────┤",
      "│ a    │    1 │",
      "├──────┼──────┤",
      "│ b    │   22 │",
      "└──────┴──────┘",
    ]);
  });

  it("may have more columns of text, and no lines between the rows", () => {
    const table = textTable(["name", "kind"], { textColumns: 2, isCompact: true });
    table.push(["a", "x"], ["b", "y"]);

    expect(table.toString().split("\n").slice(3, -1)).toEqual(["│ a    │ x    │", "│ b    │ y    │"]);
  });
});

it.each([
  [0, "0.0 %"],
  [0.5, "50.0 %"],
  [0.12345, "12.3 %"],
  [1, "100.0 %"],
])("the fraction %d is %s", (fraction, text) => {
  expect(percent(fraction)).toBe(text);
});
