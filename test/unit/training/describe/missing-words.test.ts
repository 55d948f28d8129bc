import { isMissingWord, isNullWord } from "../../../../training/describe/missing-words";

describe("a word among numbers", () => {
  it.each(["NA", "n/a", "#N/A", "#N/A N/A", "<NA>", "NaN", "-nan", "Null", "#DIV/0!", "-1.#IND", "1.#QNAN"])(
    "means missing if it is %s, also among categories",
    (word) => {
      expect([isMissingWord(word), isNullWord(word)]).toEqual([true, true]);
    },
  );

  it.each(["?", "-", "--", "–", "—", ".", "*", "None", "nil", "N.A.", "unknown", "not available", "\\N"])(
    "means missing if it is %s, which among categories is a word",
    (word) => {
      expect([isMissingWord(word), isNullWord(word)]).toEqual([true, false]);
    },
  );

  it("means missing if it has sixteen letters at most", () => {
    expect([isMissingWord("not applicable"), isMissingWord("not applicable  ")]).toEqual([true, false]);
  });

  it.each(["", "0", "no", "nap", "n a"])("does not mean missing if it is %j", (word) => {
    expect([isMissingWord(word), isNullWord(word)]).toEqual([false, false]);
  });
});
