import { writeFile } from "node:fs/promises";
import { sha256 } from "../../model/checksum";
import { columnOf, loadDataset, selectRows } from "../../training/data";
import { firstLines, withCell, writeCsv } from "../support/housing-csv";
import { refusalOf } from "../support/refusal";
import { temporaryDirectory } from "../support/temporary-directory";

const COLUMNS = ["MedInc", "AveRooms", "AveOccup", "MedHouseVal"];
const lines = firstLines(20);
const [MED_INC, HOUSE_AGE] = [0, 1];

describe("when the file is sound", () => {
  it("has the named columns, all rows, and the file's SHA-256", async () => {
    const data = await loadDataset(await writeCsv(lines), COLUMNS);
    expect(data.frame.columns).toEqual(COLUMNS);
    expect(data.rows).toBe(20);
    expect(data.source).toBe("housing.csv");
    expect(data.sha256).toBe(sha256(`${lines.join("\n")}\n`));
    expect([...columnOf(data.frame, "MedInc")]).toEqual(
      lines.slice(1).map((line) => Number(line.split(",")[MED_INC])),
    );
  });

  it("reads lines that end as on Windows, and a byte order mark", async () => {
    const path = await writeCsv([`\uFEFF${lines[0]}`, ...lines.slice(1)], "\r\n");
    const { frame, rows } = await loadDataset(path, COLUMNS);
    expect(rows).toBe(20);
    expect(columnOf(frame, "MedHouseVal")[0]).toBe(4.526);
  });

  it("does not mind what stands in a column that is not asked for", async () => {
    const path = await writeCsv(withCell(lines, 4, HOUSE_AGE, "old"));
    expect((await loadDataset(path, COLUMNS)).rows).toBe(20);
  });

  it("gives rows by their numbers, in the order of the numbers", async () => {
    const { frame } = await loadDataset(await writeCsv(lines), COLUMNS);
    const all = columnOf(frame, "MedInc");
    const picked = columnOf(selectRows(frame, Int32Array.of(7, 0, 19)), "MedInc");
    expect([...picked]).toEqual([all[7], all[0], all[19]]);
  });

  it("accepts a file that its SHA-256 beside it describes", async () => {
    const path = await writeCsv(lines);
    await writeFile(`${path}.sha256`, `${sha256(`${lines.join("\n")}\n`)}  housing.csv\n`);
    expect((await loadDataset(path, COLUMNS)).rows).toBe(20);
  });
});

describe("when the file is bad", () => {
  it("says that a missing file cannot be read, and what to give", async () => {
    const error = await refusalOf(() => loadDataset("nowhere/housing.csv", COLUMNS));
    expect(error.code).toBe("DATA_UNREADABLE");
    expect(error.message).toContain("nowhere/housing.csv cannot be read (ENOENT)");
    expect(error.message).toContain("--data");
  });

  it("says that a directory cannot be read", async () => {
    const directory = await temporaryDirectory();
    expect((await refusalOf(() => loadDataset(directory, COLUMNS))).code).toBe("DATA_UNREADABLE");
  });

  const header = lines[0];
  const bad: [name: string, lines: string[], says: string][] = [
    ["a missing column", lines.map((line) => line.split(",").slice(1).join(",")), "has no column MedInc"],
    ["another separator", lines.map((line) => line.replaceAll(",", ";")), "has no column MedInc"],
    ["no header", lines.slice(1), "has no column MedInc"],
    [
      "an empty cell",
      withCell(lines, 4, MED_INC, ""),
      "column MedInc is empty or not a number in data row 4",
    ],
    ["a word", withCell(lines, 4, MED_INC, "abc"), "column MedInc is empty or not a number in data row 4"],
    ["NaN", withCell(lines, 1, MED_INC, "NaN"), "not a number in data row 1"],
    ["Infinity", withCell(lines, 20, MED_INC, "Infinity"), "not a number in data row 20"],
    ["a number too large for a double", withCell(lines, 4, MED_INC, "1e999"), "not a number in data row 4"],
    ["a date", withCell(lines, 4, MED_INC, "2020-01-01"), "not a number in data row 4"],
    ["true", withCell(lines, 4, MED_INC, "true"), "not a number in data row 4"],
    [
      "a row with a cell too few",
      withCell(lines, 4, MED_INC, "1").map(dropLast(4)),
      "not a well-formed CSV file",
    ],
    ["a row with a cell too many", withCell(lines, 4, MED_INC, "1,2"), "not a well-formed CSV file"],
    ["a quotation mark that is not closed", withCell(lines, 4, MED_INC, '"1'), "not a well-formed CSV file"],
    ["a header alone", [header], "No data found"],
    ["nothing", [], "No data found"],
  ];

  it.each(bad)("refuses %s", async (_name, content, says) => {
    const path = await writeCsv(content);
    const error = await refusalOf(() => loadDataset(path, COLUMNS));
    expect(error.code).toBe("DATA_INVALID");
    expect(error.message).toContain(path);
    expect(error.message).toContain(says);
  });

  it("refuses a file that its SHA-256 beside it does not describe", async () => {
    const path = await writeCsv(lines);
    await writeFile(`${path}.sha256`, `${"0".repeat(64)}  housing.csv\n`);
    const error = await refusalOf(() => loadDataset(path, COLUMNS));
    expect(error.code).toBe("DATA_INVALID");
    expect(error.message).toContain(`${path}.sha256`);
  });
});

function dropLast(row: number) {
  return (line: string, i: number) => (i === row ? line.split(",").slice(0, -1).join(",") : line);
}
