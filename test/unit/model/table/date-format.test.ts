import fc from "fast-check";
import { compileDateFormat, isoDate } from "../../../../model/table/date-format";

const DAY_MS = 86_400_000;
const parse = (pattern: string, text: string) => compileDateFormat(pattern)?.parse(text) ?? Number.NaN;
const daysOf = (iso: string) => Date.parse(iso) / DAY_MS;

describe("a pattern of dates", () => {
  it.each([
    ["%Y-%m-%d", "2014-10-13", "2014-10-13"],
    ["%Y%m%dT%H%M%S", "20141013T000000", "2014-10-13"],
    ["%d/%m/%Y", "3/12/2016", "2016-12-03"],
    ["%m/%d/%y", "12/31/68", "2068-12-31"],
    ["%m/%d/%y", "12/31/69", "1969-12-31"],
    ["%d %b %Y", "3 sep 2016", "2016-09-03"],
    ["%B %d, %Y", "March 1,  1900", "1900-03-01"],
    ["%b %Y", "Jun 2001", "2001-06-01"],
    ["%Y-%m-%dT%H:%M:%S%z", "2001-02-03T23:59:59+11:00", "2001-02-03"],
    ["%I:%M %p, %d.%m.%Y", "09:30 PM, 01.02.2003", "2003-02-01"],
    ["%Y%%%m", "2001%02", "2001-02-01"],
    ["%%%d%% %m %Y", "%3% 02 2001", "2001-02-03"],
    ["%Y%m", "200102", "2001-02-01"],
    ["%d  %m %Y", "3 2   2001", "2001-02-03"],
    ["%d %m %Y", "3   2 2001", "2001-02-03"],
    ["%B %Y", "december 2001", "2001-12-01"],
    ["%B %Y", "MAY 2001", "2001-05-01"],
    ["%a, %d %b %Y", "Sat, 03 Feb 2001", "2001-02-03"],
  ])("%s reads %s", (pattern, text, iso) => {
    expect(parse(pattern, text)).toBe(daysOf(iso));
  });

  it.each([
    ["%Y-%m-%d", "2014-13-01"],
    ["%Y-%m-%d", "2015-02-29"],
    ["%Y-%m-%d", "2015-02-2x"],
    ["%Y-%m-%d", ""],
    ["%d %b %Y", "3 Foo 2016"],
    ["%b %Y", "Sept 2001"],
    ["%b %Y", "uar 2001"],
    ["%B %Y", "Smarch 2001"],
    ["%B %Y", "Sept 2001"],
    ["%B %Y", "ber 2001"],
    ["%Y%m", "20012"],
    ["%Y%%%m", "2001%%02"],
    ["%Y %m", "200102"],
    ["%Y-%m-%dT%H:%M", "2014-10-13T24:00"],
    ["%Y.%m", "2014x10"],
  ])("%s does not read %j", (pattern, text) => {
    expect(parse(pattern, text)).toBeNaN();
  });

  it.each(["", "%d/%m", "%Q %Y", "%Y %Y", "%Y %", "(.*)+"])("%j is none", (pattern) => {
    expect(compileDateFormat(pattern)).toBeUndefined();
  });

  it("gives every day of the calendar back that it is written for", () => {
    const patterns: readonly [string, (iso: string) => string][] = [
      ["%Y-%m-%d", (iso) => iso],
      ["%Y%m%d", (iso) => iso.replaceAll("-", "")],
      ["%d.%m.%Y", (iso) => iso.split("-").reverse().join(".")],
    ];
    const day = fc.integer({ min: daysOf("0001-01-01"), max: daysOf("9999-12-31") });
    fc.assert(
      fc.property(day, fc.constantFrom(...patterns), (days, [pattern, write]) => {
        expect(parse(pattern, write(isoDate(days)))).toBe(days);
      }),
    );
  });

  it("reads whatever text there is, or refuses it", () => {
    const pattern = fc.string({
      unit: fc.constantFrom("%", "Y", "m", "d", "H", "b", " ", "-", "(", "*", "\\"),
    });
    fc.assert(
      fc.property(pattern, fc.string(), (format, text) => {
        expect(typeof parse(format, text)).toBe("number");
      }),
    );
  });
});
