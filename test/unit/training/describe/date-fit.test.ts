import { isoDate } from "../../../../model/table/date-format";
import { findDayFirst, fitDates } from "../../../../training/describe/date-fit";
import { COMPACT_DATE } from "../../../../training/describe/readings";
import { datesOf, profileOf } from "../../../support/profiles";

const fit = (cells: readonly string[], dayFirst?: boolean) => fitDates(profileOf(cells), dayFirst);

describe("the format of dates", () => {
  it("is the one that fits most cells; the others and the digits do not fit", () => {
    const found = fit(["13/1/2016", "2/1/2016", "x", "5"]);

    expect(found).toMatchObject({
      reading: datesOf("%d/%m/%Y"),
      fits: 2,
      misfits: [
        { line: 4, text: "x" },
        { line: 5, text: "5" },
      ],
      rival: undefined,
    });
    expect([found?.range.min, found?.range.max].map((day) => isoDate(day ?? 0))).toEqual([
      "2016-01-02",
      "2016-01-13",
    ]);
  });

  it("is none where no cell is a date", () => {
    expect(fit(["x", "1.5", "12"])).toBeUndefined();
  });

  it("has a rival if both orders fit all cells, unless the order of the file is known", () => {
    const [dayFirst, monthFirst] = [datesOf("%d/%m/%Y"), datesOf("%m/%d/%Y")];

    expect(fit(["1/2/2016"])).toMatchObject({ reading: dayFirst, rival: monthFirst });
    expect(fit(["1/2/2016"], true)).toMatchObject({ reading: dayFirst, rival: undefined });
    expect(fit(["1/2/2016"], false)).toMatchObject({ reading: monthFirst, rival: undefined });
  });

  it("has the day first, without a rival, where points separate", () => {
    expect(fit(["1.2.2016"])).toMatchObject({ reading: datesOf("%d.%m.%Y"), rival: undefined });
    expect(fit(["1.13.2016"])).toMatchObject({ reading: datesOf("%m.%d.%Y"), rival: undefined });
  });

  it("has no order of day and month where the month is a word or the year comes first", () => {
    expect(fit(["2016-01-02"], false)).toMatchObject({ reading: datesOf("%Y-%m-%d"), rival: undefined });
    expect(fit(["2 Jan 2016"])).toMatchObject({ reading: datesOf("%d %b %Y"), rival: undefined });
  });
});

describe("dates of eight digits", () => {
  it("are nine tenths of the cells; the others do not fit", () => {
    const cells = [...Array(18).fill("20160102"), "20161399", "x"];

    expect(fit(cells)).toMatchObject({
      reading: COMPACT_DATE,
      fits: 18,
      misfits: [
        { line: 20, text: "20161399" },
        { line: 21, text: "x" },
      ],
    });
    expect(fit(cells.slice(1))).toBeUndefined();
  });

  it.each([
    ["18000101", true],
    ["17991231", false],
    ["21001231", true],
    ["21010101", false],
  ])("are from 1800 to 2100: %s is one: %s", (cell, is) => {
    expect(fit([cell]) !== undefined).toBe(is);
  });
});

describe("the order of day and month in a file", () => {
  const found = (...columns: string[][]) => findDayFirst(columns.map((cells) => profileOf(cells)));

  it("is told by a column that only one order fits", () => {
    expect(found(["13/1/2016"], ["1/2/2016"], ["x"])).toBe(true);
    expect(found(["1/13/2016"], ["2016-01-02"])).toBe(false);
    expect(found([...Array(9).fill("1/13/2016"), "x"])).toBe(false);
  });

  it("is not told by ambiguous dates, by columns that disagree, or where a tenth are not dates", () => {
    expect(found(["1/2/2016"])).toBeUndefined();
    expect(found(["13/1/2016"], ["1/13/2016"])).toBeUndefined();
    expect(found([...Array(8).fill("1/13/2016"), "x"])).toBeUndefined();
    expect(found(["2016-01-02"])).toBeUndefined();
  });
});
