import { writeFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { sha256 } from "../../../model/file/checksum";
import { Table } from "../../../model/table/table";
import type { Dataset } from "../../../training/data";
import { columnOf as columnAt } from "../../../training/training-table";
import { CALIFORNIA } from "../../support/california";
import { firstLines, withCell, writeCsv } from "../../support/housing-csv";
import { loadHousing, rowsOf } from "../../support/housing-table";
import { readRows } from "../../support/read-rows";
import { refusalOf } from "../../support/refusal";
import { temporaryDirectory } from "../../support/temporary-directory";

const COLUMNS = ["MedInc", "AveRooms", "AveOccup"];
const lines = firstLines(20);
const [MED_INC, HOUSE_AGE] = [0, 1];

describe("when the file is sound", () => {
  it("has the named columns, all rows, and the file's SHA-256", async () => {
    const data = await loadHousing(await writeCsv(lines), COLUMNS);
    expect(data.rows).toBe(20);
    expect(data.source).toBe("housing.csv");
    expect(data.sha256).toBe(sha256(`${lines.join("\n")}\n`));
    expect([...columnOf(data, "MedInc")]).toEqual(
      lines.slice(1).map((line) => Number(line.split(",")[MED_INC])),
    );
  });

  it.each([
    ["\\r\\n and a byte order mark", `\uFEFF${lines[0]}`, "\r\n"],
    ["\\r", lines[0], "\r"],
    ["a blank line after each", lines[0], "\n\n"],
    ["a byte order mark before a quoted header", `\uFEFF"${lines[0].replaceAll(",", '","')}"`, "\n"],
    ["blanks around the names", lines[0].replaceAll(",", ", "), "\n"],
    [
      "the API's names",
      "medInc,houseAge,aveRooms,aveBedrms,population,aveOccup,latitude,longitude,MedHouseVal",
      "\n",
    ],
  ])("reads lines with %s", async (_name, header, ending) => {
    const path = await writeCsv([header, ...lines.slice(1)], ending);
    const data = await loadHousing(path, COLUMNS);
    expect(data.rows).toBe(20);
    expect(rowsOf(data).target[0]).toBe(4.526);
  });

  it.each(["+8.3", " 8.3", "\u00a08.3", "8.3\t", '" 8.3"', "8.30", ".83e1", "83.e-1"])(
    "reads %j as 8.3",
    async (cell) => {
      const data = await loadHousing(await writeCsv(withCell(lines, 4, MED_INC, cell)), COLUMNS);
      expect(columnOf(data, "MedInc")[3]).toBe(8.3);
    },
  );

  it("leaves columns alone that are not the table's", async () => {
    const noted = lines.map((line, i) => `${line},${i === 0 ? "note" : "old"}`);
    const { frame } = await loadHousing(await writeCsv(noted), COLUMNS);
    expect(frame.columns).toHaveLength(CALIFORNIA.width + 1);
  });

  it("may lack values that are not needed", async () => {
    const data = await loadHousing(await writeCsv(withCell(lines, 4, HOUSE_AGE, "")));
    expect(columnOf(data, "HouseAge")[3]).toBeNaN();
  });

  it("has the rows that tests read without danfojs", async () => {
    const path = await writeCsv(withCell(lines, 4, HOUSE_AGE, ""));
    const { features, ...rows } = await readRows(path, CALIFORNIA);
    expect(rowsOf(await loadHousing(path))).toEqual({ ...rows, features, table: expect.any(Table) });
  });

  it("gives rows by their numbers, in the order of the numbers", async () => {
    const data = await loadHousing(await writeCsv(lines), COLUMNS);
    const all = columnOf(data, "MedInc");
    const picked = columnOf(data, "MedInc", Int32Array.of(7, 0, 19));
    expect([...picked]).toEqual([all[7], all[0], all[19]]);
  });

  it("accepts a file that its SHA-256 beside it describes", async () => {
    const path = await writeCsv(lines);
    const digest = sha256(`${lines.join("\n")}\n`);
    for (const text of [
      `${digest}  housing.csv\n`,
      `\uFEFF${digest} *housing.csv\r\n`,
      digest.toUpperCase(),
    ]) {
      await writeFile(`${path}.sha256`, text);
      expect((await loadHousing(path, COLUMNS)).rows).toBe(20);
    }
  });
});

describe("when the file is bad", () => {
  it("says that a missing file cannot be read, and what to give", async () => {
    const error = await refusalOf(() => loadHousing("nowhere/housing.csv", COLUMNS));
    expect(error.code).toBe("DATA_UNREADABLE");
    expect(error.message).toContain("nowhere/housing.csv cannot be read (ENOENT)");
    expect(error.message).toContain("pass the path of a CSV file");
  });

  it("says that a directory cannot be read", async () => {
    const directory = await temporaryDirectory();
    expect((await refusalOf(() => loadHousing(directory, COLUMNS))).code).toBe("DATA_UNREADABLE");
  });

  const header = lines[0];
  const missing: [name: string, lines: string[], says: string][] = [
    ["a missing column", lines.map((line) => line.split(",").slice(1).join(",")), "has no column MedInc"],
    ["no header", lines.slice(1), "has no column MedInc"],
    ["another case", [header.toLowerCase(), ...lines.slice(1)], "has no column MedInc"],
    [
      "__proto__ as a name",
      [header.replace("MedInc", "__proto__"), ...lines.slice(1)],
      "has no column MedInc",
    ],
    [
      "semicolons",
      lines.map((line) => line.replaceAll(",", ";")),
      'separates its cells with semicolons (";"): use commas, and a point before decimals.',
    ],
    [
      "semicolons between quotes",
      lines.map((line) => `"${line.replaceAll(",", '";"')}"`),
      'separates its cells with semicolons (";")',
    ],
    ["tabs", lines.map((line) => line.replaceAll(",", "\t")), "separates its cells with tabs"],
  ];

  it.each(missing)("refuses %s", async (_name, content, says) => {
    const path = await writeCsv(content);
    const error = await refusalOf(() => loadHousing(path, COLUMNS));
    expect(error.code).toBe("COLUMNS_MISSING");
    expect(error.message).toContain(`${path} ${says}`);
  });

  const notNumber = (line: number, cell: string) => `line ${line}: MedInc is not a number: "${cell}"`;
  const bad: [name: string, lines: string[], says: string][] = [
    ["an empty cell", withCell(lines, 4, MED_INC, ""), "line 5: MedInc is empty"],
    ["a word", withCell(lines, 4, MED_INC, "abc"), notNumber(5, "abc")],
    ["NaN", withCell(lines, 1, MED_INC, "NaN"), notNumber(2, "NaN")],
    ["Infinity", withCell(lines, 20, MED_INC, "Infinity"), notNumber(21, "Infinity")],
    ["a number too large for a double", withCell(lines, 4, MED_INC, "1e999"), "greater than 0; it is 1e999"],
    [
      "a number too large to compute with",
      withCell(lines, 4, MED_INC, "1e308"),
      "line 5: MedInc is too large:",
    ],
    ["a date", withCell(lines, 4, MED_INC, "2020-01-01"), notNumber(5, "2020-01-01")],
    ["a hexadecimal number", withCell(lines, 4, MED_INC, "0x10"), notNumber(5, "0x10")],
    ["a separator of thousands", withCell(lines, 4, MED_INC, '"1,000"'), notNumber(5, "1,000")],
    ["true", withCell(lines, 4, MED_INC, "true"), notNumber(5, "true")],
    [
      "a value outside its domain",
      withCell(lines, 4, MED_INC, "-5"),
      "line 5: MedInc must be a finite number, greater than 0; it is -5",
    ],
    [
      "one in a column that is not needed",
      withCell(lines, 4, 6, "999"),
      "line 5: Latitude must be a finite number, from -90 to 90; it is 999",
    ],
    [
      "a target that is no number",
      withCell(lines, 4, 8, "much"),
      'line 5: MedHouseVal is not a number: "much"',
    ],
    [
      "a row with a cell too few",
      lines.map(dropLast(4)),
      'line 5, column "Longitude": the line ends with it: expected 9 cells, as in the header, but found 8',
    ],
    [
      "a row with a cell too many",
      withCell(lines, 4, MED_INC, "1,2"),
      'line 5, column "MedHouseVal": there are more cells after it: expected 9 cells, as in the header, but found 10',
    ],
    [
      "the marks of a merge",
      withCell(lines, 4, MED_INC, "1\n<<<<<<< HEAD\n1"),
      'line 6, column "MedInc": this is a merge conflict marker: resolve the conflict',
    ],
    [
      "a quotation mark that is not closed",
      withCell(lines, 4, MED_INC, '"1'),
      'line 5, column "MedInc": a quote is opened and never closed',
    ],
    [
      "a stray quotation mark",
      withCell(lines, 4, MED_INC, '1"2"'),
      'line 5, column "MedInc": a quote is misplaced',
    ],
    ["a header alone", [header], "has a header but no rows"],
    ["nothing", [], "is empty"],
    [
      "a column twice",
      [header.replace("HouseAge", "MedInc"), ...lines.slice(1)],
      "has MedInc in 2 columns (1, 2)",
    ],
    [
      "a column twice by two names",
      [header.replace("HouseAge", " medInc"), ...lines.slice(1)],
      "has MedInc in 2 columns (1, 2)",
    ],
    [
      "the target twice",
      [header.replace("HouseAge", "MedHouseVal"), ...lines.slice(1)],
      "has MedHouseVal in 2 columns (2, 9)",
    ],
    ["a zero byte", ["\uFEFFa", "\0b"], "is not text (byte 6 is zero)"],
  ];

  it.each(bad)("refuses %s", async (_name, content, says) => {
    const path = await writeCsv(content);
    const error = await refusalOf(() => loadHousing(path, COLUMNS));
    expect(error.code).toBe("DATA_INVALID");
    expect(error.message).toContain(path);
    expect(error.message).toContain(says);
  });

  it("names the encoding of what is not UTF-8", async () => {
    const path = await writeCsv([]);
    for (const [bytes, says] of [
      [Buffer.from(`\uFEFF${lines.join("\n")}`, "utf16le"), "is UTF-16 (little-endian): save it as UTF-8."],
      [gzipSync(lines.join("\n")), "is compressed (gzip): decompress it first."],
    ] as const) {
      await writeFile(path, bytes);
      const { code, message } = await refusalOf(() => loadHousing(path, COLUMNS));
      expect([code, message]).toEqual(["DATA_INVALID", `${path} ${says}`]);
    }
  });

  it("lists up to twenty bad lines, and counts all", async () => {
    const many = firstLines(30).map((line, i) => (i > 0 && i !== 9 ? line.replace(/^[^,]*/, "-5") : line));
    const { message } = await refusalOf(async () => loadHousing(await writeCsv(many), COLUMNS));
    const [first, ...listed] = message.split("\n");
    expect(first).toMatch(/ has 29 bad lines: correct or remove them; here are the first 20\.$/);
    expect(listed).toHaveLength(20);
    expect(listed[8]).toMatch(/^line 11: /);
  });

  it("refuses a file that its SHA-256 beside it does not describe", async () => {
    const path = await writeCsv(lines);
    await writeFile(`${path}.sha256`, `${"0".repeat(64)}  housing.csv\n`);
    const error = await refusalOf(() => loadHousing(path, COLUMNS));
    expect(error.code).toBe("DATA_INVALID");
    expect(error.message).toContain(`${path}.sha256`);
  });

  it.each([
    ["no digest", Buffer.from("none\n"), "has no SHA-256"],
    [
      "UTF-16",
      Buffer.from(`\uFEFF${"0".repeat(64)}`, "utf16le"),
      "is UTF-16 (little-endian): save it as UTF-8",
    ],
    ["too much", Buffer.alloc(100_000, 0x30), "is not a small file"],
  ])("refuses a file of digests with %s", async (_name, bytes, says) => {
    const path = await writeCsv(lines);
    await writeFile(`${path}.sha256`, bytes);
    expect((await refusalOf(() => loadHousing(path, COLUMNS))).message).toContain(`${path}.sha256 ${says}`);
  });
});

function columnOf(data: Dataset, name: string, rows?: Int32Array): Float64Array {
  return columnAt(rowsOf(data, rows), CALIFORNIA.indexOf(name));
}

function dropLast(row: number) {
  return (line: string, i: number) => (i === row ? line.split(",").slice(0, -1).join(",") : line);
}
