import fc from "fast-check";
import { hasWord, wordsOf } from "../../../../training/describe/words";

describe("the words of a column name", () => {
  it.each([
    ["Year Remod/Add", ["year", "remod", "add"]],
    ["YearRemodAdd", ["year", "remod", "add"]],
    ["HVACType", ["hvac", "type"]],
    ["area2Total", ["area2", "total"]],
    ["sqft_living15", ["sqft", "living15"]],
    ["Größe", ["grosse"]],
    ["Ærø ŁÓDŹ Đœ þı", ["aero", "lodz", "doe", "thi"]],
    ["ð", ["d"]],
    ["Café", ["cafe"]],
    ["5% of 3°", ["5", "percent", "of", "3", "degrees"]],
    ["x²", ["x2"]],
    ["面积", []],
    ["", []],
  ])("of %j are %j", (name, words) => {
    expect(wordsOf(name)).toEqual(words);
  });

  it("are letters and digits of ASCII alone, whatever the name", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (name) => {
        for (const word of wordsOf(name)) expect(word).toMatch(/^[a-z0-9]+$/);
      }),
    );
  });
});

describe("a list of words", () => {
  const list = new Set(["sqft", "m2"]);

  it.each([
    [["total", "sqft"], true],
    [["sqft15"], true],
    [["m2"], true],
    [["m23"], false],
    [["15sqft"], false],
    [["sq", "ft"], false],
    [[], false],
  ])("has one of %j: %s", (words, has) => {
    expect(hasWord(words, list)).toBe(has);
  });
});
