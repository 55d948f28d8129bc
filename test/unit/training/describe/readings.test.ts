import { isoDate } from "../../../../model/table/date-format";
import { COMPACT_DATE, isDayFirst, READINGS } from "../../../../training/describe/readings";

/** The readings that a text fits. */
const fitting = (text: string) => READINGS.filter((reading) => !Number.isNaN(reading.parse(text)));

describe("a text that is a date", () => {
  it.each([
    ["2016-03-04", "%Y-%m-%d"],
    ["2016/03/04", "%Y/%m/%d"],
    ["2016.03.04", "%Y.%m.%d"],
    ["4/3/2016", "%d/%m/%Y", "%m/%d/%Y"],
    ["4-3-2016", "%d-%m-%Y", "%m-%d-%Y"],
    ["4.3.2016", "%d.%m.%Y", "%m.%d.%Y"],
    ["4/3/16", "%d/%m/%y", "%m/%d/%y"],
    ["4-3-16", "%d-%m-%y", "%m-%d-%y"],
    ["4.3.16", "%d.%m.%y"],
    ["4 Mar 2016", "%d %b %Y"],
    ["4-Mar-2016", "%d-%b-%Y"],
    ["4-Mar-16", "%d-%b-%y"],
    ["4 March 2016", "%d %B %Y"],
    ["Mar 4, 2016", "%b %d, %Y"],
    ["March 4, 2016", "%B %d, %Y"],
    ["20160304T050607", "%Y%m%dT%H%M%S"],
    ["20160304T050607Z", "%Y%m%dT%H%M%SZ"],
    ["2016-03-04T05:06:07", "%Y-%m-%dT%H:%M:%S"],
    ["2016-03-04T05:06:07.8", "%Y-%m-%dT%H:%M:%S.%f"],
    ["2016-03-04T05:06:07+01:00", "%Y-%m-%dT%H:%M:%S%z"],
    ["2016-03-04T05:06:07.8Z", "%Y-%m-%dT%H:%M:%S.%f%z"],
    ["2016-03-04 05:06:07", "%Y-%m-%d %H:%M:%S"],
    ["2016-03-04 05:06:07.8", "%Y-%m-%d %H:%M:%S.%f"],
    ["2016-03-04 05:06:07Z", "%Y-%m-%d %H:%M:%S%z"],
    ["2016-03-04 05:06", "%Y-%m-%d %H:%M"],
    ["4/3/2016 05:06:07", "%d/%m/%Y %H:%M:%S", "%m/%d/%Y %H:%M:%S"],
    ["4/3/2016 05:06", "%d/%m/%Y %H:%M", "%m/%d/%Y %H:%M"],
    ["4.3.2016 05:06:07", "%d.%m.%Y %H:%M:%S"],
    ["4.3.2016 05:06", "%d.%m.%Y %H:%M"],
  ])("as %s fits the format %s, the day first", (text, ...patterns) => {
    const readings = fitting(text);

    expect(readings.map((reading) => reading.kind === "date" && reading.pattern)).toEqual(patterns);
    expect(isoDate(readings[0].parse(text))).toBe("2016-03-04");
  });

  it.each([
    ["3/4/2016 5:06:07 PM", "%m/%d/%Y %I:%M:%S %p", "2016-03-04"],
    ["Mar 2016", "%b %Y", "2016-03-01"],
    ["March 2016", "%B %Y", "2016-03-01"],
    ["Mar-16", "%b-%y", "2016-03-01"],
    ["2016-03", "%Y-%m", "2016-03-01"],
    ["03/2016", "%m/%Y", "2016-03-01"],
  ])("as %s fits the format %s", (text, pattern, date) => {
    const [reading] = fitting(text);

    expect(reading).toMatchObject({ kind: "date", pattern });
    expect(isoDate(reading.parse(text))).toBe(date);
  });

  it("may have eight digits, which every format of numbers fits too", () => {
    expect(isoDate(COMPACT_DATE.parse("20160304"))).toBe("2016-03-04");
    expect(fitting("20160304").every(({ kind }) => kind === "number")).toBe(true);
  });
});

describe("a text that is a number", () => {
  it.each([
    ["1.5", [".", ".,", ". ", ".'", ".’", "._"]],
    ["1,5", [",", ",.", ", "]],
    ["1,234", [",", ".,", ",.", ", "]],
    ["1.234", [".", ".,", ",.", ". ", ".'", ".’", "._"]],
    ["1 234", [". ", ", "]],
    ["1_234", ["._"]],
    ["1'234", [".'"]],
    ["1’234", [".’"]],
  ])("as %s fits its formats, the plainest first", (text, formats) => {
    const found = fitting(text).map(
      (reading) => reading.kind === "number" && reading.format.decimalChar + (reading.format.groupChar ?? ""),
    );

    expect(found).toEqual(formats);
  });
});

describe("a format of dates", () => {
  it.each([
    ["%d/%m/%Y", true],
    ["%d.%m.%y", true],
    ["%m-%d-%Y", false],
    ["%m/%d/%Y %H:%M", false],
    ["%Y-%m-%d", undefined],
    ["%d %b %Y", undefined],
    ["%m/%Y", undefined],
    ["%Y%m%d", undefined],
  ])("as %s has the day first: %s", (pattern, dayFirst) => {
    expect(isDayFirst(pattern)).toBe(dayFirst);
  });
});
