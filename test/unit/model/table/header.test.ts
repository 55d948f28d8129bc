import { type Column, NUMBER } from "../../../../model/table/column";
import { CsvRecords } from "../../../../model/table/csv-records";
import { ANY_NUMBER } from "../../../../model/table/domain";
import { readHeader, refuseMissingColumns } from "../../../../model/table/header";
import { refusalOf } from "../../../support/refusal";

const column = (...names: string[]): Column => ({ names, type: NUMBER, domain: ANY_NUMBER, required: false });
const COLUMNS = [column("Area", "area"), column("Rooms"), column("Price")];

function read(line: string) {
  const records = new CsvRecords();
  const [record] = [...records.push(`${line}\n`), ...records.end()];
  return readHeader(record, COLUMNS, "file.csv");
}

async function refusal(line: string) {
  const { code, message } = await refusalOf(() => read(line));
  return [code, message];
}

describe("when a header can be used", () => {
  it("tells where each column of the table is", () => {
    expect(read("Rooms,id,area")).toEqual({
      file: "file.csv",
      names: ["Rooms", "id", "area"],
      delimiter: ",",
      text: "Rooms,id,area",
      positions: [2, 0, -1],
    });
  });

  it("takes no blanks, quotes or marks for a part of a name", () => {
    expect(read('\u00a0"Area" ,\t"Rooms", Price\uFEFF').positions).toEqual([0, 1, 2]);
  });

  it("lets columns that the table does not have be named as they are", () => {
    expect(read("id,id,,,__proto__,constructor,AREA,Area").positions).toEqual([7, -1, -1]);
  });

  it("may have thousands of columns", () => {
    const names = Array.from({ length: 16_381 }, (_, i) => `c${i}`);
    expect(read([...names, "Area", "Rooms", "Price"].join(",")).positions).toEqual([16_381, 16_382, 16_383]);
  });
});

describe("when a header cannot be used", () => {
  it.each([
    ["Area,Rooms, Area ", "has Area in 2 columns (1, 3): keep only one of them."],
    ["area,Rooms,Area,Area", "has Area in 3 columns (1, 3, 4): keep only one of them."],
    ["Price,Area,Price", "has Price in 2 columns (1, 3): keep only one of them."],
    [",".repeat(16_384), "has 16385 columns: the maximum is 16384."],
  ])("refuses %.20s", async (line, says) => {
    expect(await refusal(line)).toEqual(["DATA_INVALID", `file.csv ${says}`]);
  });

  it("refuses one that cannot be cut into names", async () => {
    const why = "the column names cannot be read, because a quote is opened and never closed";
    expect(await refusal('Area,"Rooms')).toEqual(["DATA_INVALID", `file.csv, line 1, column 2: ${why}.`]);
    expect((await refusal("<<<<<<< HEAD"))[1]).toBe(
      'file.csv, line 1, column 1: "<<<<<<< HEAD" is a merge conflict marker: resolve the conflict.',
    );
  });

  it.each([
    ["Area;Rooms;Price", 'semicolons (";")'],
    ['"Area";"Rooms, all";"Price"', 'semicolons (";")'],
    ["Area\tRooms\tPrice", "tabs"],
    ["Area | Rooms | Price", 'vertical bars ("|")'],
    ['"Area" ; "Rooms" ; "Price"', 'semicolons (";")'],
  ])("names what separates the cells of %j", async (line, name) => {
    expect(await refusal(line)).toEqual([
      "COLUMNS_MISSING",
      `file.csv separates its cells with ${name}: use commas, and a point before decimals.`,
    ]);
  });

  it("names the columns that are missing, and shortens those that are there", async () => {
    const header = read(
      ["Rooms", "\u001b[2J", "z".repeat(100), ...Array.from({ length: 40 }, () => "x")].join(","),
    );
    const { code, message } = await refusalOf(() =>
      refuseMissingColumns(header, COLUMNS, [true, true, true], "which the model needs"),
    );
    const others = Array.from({ length: 27 }, () => "x").join(", ");
    expect([code, message]).toEqual([
      "COLUMNS_MISSING",
      `file.csv has no column Area, Price, which the model needs. Its columns are Rooms, \\u001b[2J, ${"z".repeat(40)}…, ${others} and 13 more.`,
    ]);
    expect(() => refuseMissingColumns(header, COLUMNS, [false, true, false], "")).not.toThrow();
  });
});
