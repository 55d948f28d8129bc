import { CATEGORY, type ColumnType } from "../../../../training/describe/column-type";
import { missingCellsOf } from "../../../../training/describe/missing-cells";
import { profileOf } from "../../../support/profiles";

const BOOLEAN: ColumnType = { type: "boolean", trueValues: [], falseValues: [] };

describe("the missing cells of a column", () => {
  const profile = profileOf(["", "NA", "NA", "none", "-9", "x", " "], { declared: ["-9"] });

  it("are, among numbers, the empty ones, every word for missing and what the user declares", () => {
    expect(missingCellsOf(profile, BOOLEAN)).toEqual({
      count: 6,
      words: ["-9", "NA", "none"],
      category: undefined,
    });
  });

  it("are, among categories, not the words that may be a category; the commonest word stands for all", () => {
    expect(missingCellsOf(profile, CATEGORY)).toEqual({ count: 5, words: ["-9", "NA"], category: "NA" });
  });

  it("have no category of their own in a column without values", () => {
    expect(missingCellsOf(profileOf(["", "none", "null"]), { type: "empty" })).toEqual({
      count: 2,
      words: ["null"],
      category: undefined,
    });
  });

  it("are named by the commoner of two words", () => {
    const { category, words } = missingCellsOf(profileOf(["null", "NA", "NA", "a"]), CATEGORY);

    expect({ category, words }).toEqual({ category: "NA", words: ["NA", "null"] });
  });

  it("are the empty text where no word of the usual stands for them", () => {
    expect(missingCellsOf(profileOf(["", "a"]), CATEGORY)).toEqual({ count: 1, words: [], category: "" });
    expect(missingCellsOf(profileOf(["-9", "a"], { declared: ["-9"] }), CATEGORY)).toEqual({
      count: 1,
      words: ["-9"],
      category: "",
    });
  });

  it("are none where every cell has a value", () => {
    expect(missingCellsOf(profileOf(["a", "b"]), CATEGORY)).toEqual({
      count: 0,
      words: [],
      category: undefined,
    });
  });
});
