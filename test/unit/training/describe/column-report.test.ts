import { reportColumns } from "../../../../training/describe/column-report";
import { describeText } from "../../../support/describing";

const TEXT = `lat,lon,area,gap,style,heating,zip,sold,day,year,garden,same,price
50.5,4.5,1.5,NA,a,coal,01,2016-01-02,13/1/2016,1999,true,x,1
51.5,5.5,2,3,b,,02,2016-01-03,2/1/2016,2001,false,x,2
52.5,6.5,-3,4,a,NA,01,2016-01-04,3/1/2016,2003,true,x,4
`;

describe("the report on the columns of a table", () => {
  it("has the type and the use of each, and why", async () => {
    const reports = reportColumns(await describeText(TEXT));
    const short = reports.map(({ column, type, missing, range, categories, decision, reason }) => [
      column,
      type,
      missing,
      range ?? categories,
      decision,
      reason,
    ]);

    expect(short).toEqual([
      ["lat", "number", 0, [50.5, 52.5], "latitude", "the name and the range"],
      ["lon", "number", 0, [4.5, 6.5], "longitude", "the name and the range"],
      ["area", "number", 0, [-3, 2], "feature", "numbers"],
      ["gap", "integer", 1, [3, 4], "feature", "numbers; NA: missing"],
      ["style", "category", 0, ["a", "b"], "feature", "texts that repeat"],
      [
        "heating",
        "category",
        2,
        ["NA", "coal"],
        "feature",
        "texts that repeat; an empty cell, NA: one category",
      ],
      ["zip", "category", 0, ["01", "02"], "feature", "a code, not a quantity"],
      ["sold", "date", 0, ["2016-01-02", "2016-01-04"], "feature", "written as %Y-%m-%d"],
      ["day", "date", 0, ["2016-01-02", "2016-01-13"], "feature", "%d/%m/%Y: the day comes first"],
      ["year", "year", 0, [1999, 2003], "feature", "four digits, and the name"],
      ["garden", "boolean", 0, undefined, "feature", "only true and false"],
      ["same", "category", 0, undefined, "left out", "it has the same value in every row"],
      ["price", "integer", 0, [1, 4], "target", "named by you"],
    ]);
  });

  it("has the name of each in the API, if it is used", async () => {
    const [area, same] = reportColumns(await describeText("Gr Area,same,price\n1.5,x,1\n2.5,x,2\n"));

    expect(area.apiName).toBe("grArea");
    expect(same).not.toHaveProperty("apiName");
    expect(same).not.toHaveProperty("range");
  });

  it("tells that the month comes first", async () => {
    const [sold] = reportColumns(await describeText("sold,price\n1/13/2016,1\n1/14/2016,2\n"));

    expect(sold.reason).toBe("%m/%d/%Y: the month comes first");
  });
});
