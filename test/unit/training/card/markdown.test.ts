import { grouped, inlineCode, markdownTable, percent, short } from "../../../../training/card/markdown";

describe("a table in Markdown", () => {
  it("has a rule below its head, which aligns numbers to the right", () => {
    expect(
      markdownTable(
        ["", "rows"],
        [
          ["a", 1],
          ["b", "2"],
        ],
      ),
    ).toBe("|  | rows |\n| --- | ---: |\n| a | 1 |\n| b | 2 |");
    expect(markdownTable(["x", "y", "z"], [], { textColumns: 2 })).toBe(
      "| x | y | z |\n| --- | --- | ---: |",
    );
  });
});

describe("text from outside", () => {
  it("is code in which nothing is Markdown", () => {
    expect(inlineCode("a`b|c\r\nd *e*")).toBe("`a_b_c__d *e*`");
  });
});

describe("a number in a card", () => {
  it.each([
    [999, "999"],
    [1234567, "1,234,567"],
  ])("is grouped: %d as %s", (value, text) => {
    expect(grouped(value)).toBe(text);
  });

  it.each([
    [0.12345, "12.3\u00a0%"],
    [1, "100.0\u00a0%"],
  ])("is a percentage: %d as %s", (value, text) => {
    expect(percent(value)).toBe(text);
  });

  it.each([
    [0, "0"],
    [1234567, "1234570"],
    [0.123456789, "0.123457"],
    [0.0001, "0.0001"],
    [0.00009, "9e-5"],
    [-0.00001234567, "-1.23457e-5"],
    [-5, "-5"],
  ])("has six digits: %d as %s", (value, text) => {
    expect(short(value)).toBe(text);
  });
});
