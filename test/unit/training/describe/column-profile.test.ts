import { numbersWith, profileOf } from "../../../support/profiles";

const repeat = (count: number, cell: string) => Array.from({ length: count }, () => cell);
const lines = (cells: readonly { readonly line: number }[]) => cells.map(({ line }) => line);

describe("the profile of a column", () => {
  it("counts each cell as one of its kinds", () => {
    const profile = profileOf(["", "  ", "NA", "-9", "12", "x", "1.5", "?"], { declared: ["-9"] });

    expect(profile).toMatchObject({ rows: 8, empty: 2, digits: 1, others: 2, present: 3 });
    expect([...profile.missingWords]).toEqual([
      ["NA", 1],
      ["?", 1],
    ]);
    expect([...profile.declaredWords]).toEqual([["-9", 1]]);
    expect(profile.firstMissing).toEqual([
      { line: 2, text: "" },
      { line: 3, text: "" },
      { line: 4, text: "NA" },
      { line: 5, text: "-9" },
      { line: 9, text: "?" },
    ]);
    expect([profile.firstDigits, profile.firstOthers].map(lines)).toEqual([[6], [7, 8]]);
  });

  it("keeps the first twenty cells of each kind", () => {
    const first = (count: number, from: number) => Array.from({ length: count }, (_, i) => from + i);

    expect(lines(profileOf(repeat(25, "")).firstMissing)).toEqual(first(20, 2));
    expect(lines(profileOf(repeat(25, "7")).firstDigits)).toEqual(first(20, 2));
    expect(lines(profileOf(repeat(25, "x")).firstOthers)).toEqual(first(20, 2));
  });

  it("keeps the first of the longest cells, cut to a hundred characters", () => {
    expect(profileOf(["ab", " abcd ", "wxyz"]).longest).toEqual({ line: 3, text: "abcd", length: 4 });
    expect(profileOf(["x".repeat(150)]).longest).toEqual({ line: 2, text: "x".repeat(100), length: 150 });
  });
});

describe("the tally of texts", () => {
  it("counts each text, words for missing among them, but not those that are declared", () => {
    const profile = profileOf(["a", "a ", "NA", "7", "", "-9"], { declared: ["-9"] });

    expect([profile.isTallied, ...profile.tally]).toEqual([true, ["a", 2], ["NA", 1], ["7", 1]]);
  });

  it("is incomplete where there are too many texts, and counts on those that it has", () => {
    const profile = profileOf(["a", "b", "c", "a", "d"], { maxTallied: 2 });

    expect([profile.isTallied, ...profile.tally]).toEqual([false, ["a", 2], ["b", 1]]);
    expect(profileOf(["a", "b"], { maxTallied: 2 }).isTallied).toBe(true);
  });

  it("is incomplete where a text is too long for a category", () => {
    expect([200, 201].map((length) => profileOf(["x".repeat(length)]).isTallied)).toEqual([true, false]);
  });
});

describe("cells of digits", () => {
  it.each([
    ["a sign", "-12", 1],
    ["fifteen digits", "9".repeat(15), 1],
    ["sixteen digits", "9".repeat(16), 0],
    ["decimals", "1.0", 0],
  ])("may have %s: %s", (_what, cell, digits) => {
    expect(profileOf([cell]).digits).toBe(digits);
  });

  it("have a range, leading zeros, and a width if it is the same in all", () => {
    expect(profileOf(["07", "12", "00"])).toMatchObject({
      digitRange: { min: 0, max: 12, maxLine: 3 },
      leadingZeros: 2,
      digitWidth: 2,
    });
    expect(profileOf(["0", "12", "34"])).toMatchObject({ leadingZeros: 0, digitWidth: undefined });
    expect(profileOf(["12", "345", "67"]).digitWidth).toBeUndefined();
  });

  it.each([
    [["5", "6", "7"], true],
    [["5", "", "6"], true],
    [["5", "7"], false],
    [["5", "5"], false],
    [["6", "5"], false],
    [["5", "x", "6"], false],
  ])("number the rows in %j: %s", (cells, isSequence) => {
    expect(profileOf(cells).isSequence).toBe(isSequence);
  });

  it("may be dates if there are eight", () => {
    const { compactDate } = profileOf(["20160102", "20169999", "2016010", "201601021"]);

    expect([compactDate.fits, lines(compactDate.misfits)]).toEqual([1, [3]]);
  });
});

describe("the readings of other cells", () => {
  const fitsOf = (cells: readonly string[]) =>
    profileOf(cells).candidates.find(({ reading }) => reading === numbersWith("."))?.fits;

  it("fit numbers without the unit beside them, which is counted", () => {
    const profile = profileOf(["85 m²", "1.5 m²", "€7", "2.5"]);

    expect([...profile.affixes]).toEqual([
      ["m²", 2],
      ["€", 1],
    ]);
    expect(profile.commonestAffix).toBe("m²");
    expect(fitsOf(["85 m²", "1.5 m²", "€7", "2.5", "x"])).toBe(4);
  });

  it("are dates as they are written, without a unit", () => {
    expect(profileOf(["1-Mar-16"]).commonestAffix).toBeUndefined();
  });

  it("are dropped after a hundred cells, if they fit a tenth of them or less", () => {
    expect(fitsOf([...repeat(11, "1.5"), ...repeat(89, "x")])).toBe(11);
    expect(fitsOf([...repeat(10, "1.5"), ...repeat(89, "x")])).toBe(10);
    expect(fitsOf([...repeat(10, "1.5"), ...repeat(90, "x")])).toBeUndefined();
    expect(fitsOf([...repeat(11, "1.5"), ...repeat(150, "x")])).toBe(11);
  });

  it("are not counted in a column of texts, once all are dropped", () => {
    const profile = profileOf([...repeat(100, "x"), "85 m²"]);

    expect([profile.candidates.length, profile.affixes.size, profile.others]).toEqual([0, 0, 101]);
  });
});
