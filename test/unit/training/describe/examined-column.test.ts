import { examineColumns } from "../../../../training/describe/examined-column";
import type { DescribeOptions } from "../../../../training/describe/options";
import { scanFile } from "../../../../training/describe/scan";
import { writeTable } from "../../../support/describing";
import { refusalOf } from "../../../support/refusal";

const TABLE = "zip;area;sold;floor;price\n98001;1,5;13/1/2016;1;2\n98002;1,234;1/2/2016;2;3\n";

const examine = async (options: Partial<DescribeOptions> = {}, text = TABLE) =>
  examineColumns(await scanFile(await writeTable(text), undefined, new Set()), {
    target: "price",
    ...options,
  });

const typesOf = async (options: Partial<DescribeOptions> = {}, text = TABLE) =>
  (await examine(options, text)).map(({ type }) => type.type);

describe("the columns of a file", () => {
  it("have a name, a position and a type; the target is numeric", async () => {
    const columns = await examine({ target: "zip", ignored: ["floor"] });

    expect(columns.map(({ name, position }) => [name, position])).toEqual([
      ["zip", 0],
      ["area", 1],
      ["sold", 2],
      ["floor", 3],
      ["price", 4],
    ]);
    expect(columns.map(({ type }) => type.type)).toEqual(["integer", "number", "date", "integer", "integer"]);
    expect(columns.map(({ isTarget }) => isTarget)).toEqual([true, false, false, false, false]);
    expect(columns.map(({ isIgnored }) => isIgnored)).toEqual([false, false, false, true, false]);
  });

  it("are categories where the user says so, unless they are empty", async () => {
    expect(await typesOf({ categories: ["floor", "area"] })).toEqual([
      "category",
      "category",
      "date",
      "category",
      "integer",
    ]);
    expect(await typesOf({ categories: ["a"] }, "a,price\n,1\n,2\n")).toEqual(["empty", "integer"]);
  });

  it("share the conventions that one of them tells", async () => {
    const [, area, sold] = await examine({}, TABLE.replace("13/1", "1/13").replace("1,234", "1.234,5"));

    expect(area.type).toMatchObject({ format: { decimalChar: "," } });
    expect(sold.type).toMatchObject({ pattern: "%m/%d/%Y" });

    const shared = await examine({}, "a;b;c;d;price\n1,5;1,234;13/1/2016;1/2/2016;2\n");
    expect(shared[1].type).toMatchObject({ range: { max: 1.234 }, ambiguity: undefined });
    expect(shared[3].type).toMatchObject({ pattern: "%d/%m/%Y", ambiguity: undefined });
  });

  it("follow the conventions that the user names", async () => {
    const text = "a;b;price\n1,234;1/2/2016;2\n";
    const [amount, day] = await examine({ decimalChar: ".", dayFirst: false }, text);

    expect(amount.type).toMatchObject({ range: { max: 1234 }, ambiguity: undefined });
    expect(day.type).toMatchObject({ pattern: "%m/%d/%Y", ambiguity: undefined });
  });
});

describe("an option that names a column", () => {
  it.each([
    [{ target: "x" }, "--target"],
    [{ ignored: ["x"] }, "--ignore"],
    [{ categories: ["x"] }, "--categories"],
  ])("is refused as %j if there is none", async (options, option) => {
    const { code, message } = await refusalOf(() => examine(options));

    expect(code).toBe("COLUMNS_MISSING");
    expect(message).toContain(`has no column "x", which ${option} names.`);
  });

  it.each([
    [{ ignored: ["price"] }, "--ignore"],
    [{ categories: ["price"] }, "--categories"],
    [{ ignored: ["price"], categories: ["price"] }, "--ignore"],
  ])("is refused as %j if it is the target", async (options, option) => {
    const { code, message } = await refusalOf(() => examine(options));

    expect([code, message]).toEqual(["OPTION_INVALID", `${option} names "price", which is the target.`]);
  });
});
