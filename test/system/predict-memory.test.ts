import { createReadStream, createWriteStream, readFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { PREDICT, runMeasured } from "../support/commands";
import { HOUSING_CSV } from "../support/housing-csv";
import { temporaryDirectory } from "../support/temporary-directory";

/** Rows of the file that is scored; `ROWS=5000000` takes a file of half a gigabyte, and a minute or two. */
const ROWS = Number(process.env.ROWS ?? 200_000);

const MEGABYTE = 2 ** 20;

/** One row of so many is bad. */
const BAD_EVERY = 5000;

/** Writes the data set's rows again and again, with some bad ones among them. */
async function writeLargeFile(path: string): Promise<{ bad: number }> {
  const [header, ...rows] = readFileSync(HOUSING_CSV, "utf8").trimEnd().split("\n");
  let bad = 0;
  function* blocks() {
    yield `${header}\n`;
    for (let row = 0; row < ROWS; ) {
      let block = "";
      for (const end = Math.min(row + 10_000, ROWS); row < end; row++) {
        const isBad = row % BAD_EVERY === 1;
        if (isBad) bad++;
        block += `${isBad ? "0,1,2" : rows[row % rows.length]}\n`;
      }
      yield block;
    }
  }
  await pipeline(Readable.from(blocks()), createWriteStream(path));
  return { bad };
}

async function countLines(path: string): Promise<number> {
  let count = 0;
  for await (const piece of createReadStream(path)) {
    for (let at = piece.indexOf(10); at !== -1; at = piece.indexOf(10, at + 1)) count++;
  }
  return count;
}

describe(`when a file of ${ROWS} rows is scored`, () => {
  it("needs less than 300 MB, and gives a line for each row that is not rejected", async () => {
    const directory = await temporaryDirectory();
    const path = (name: string) => join(directory, name);
    const { bad } = await writeLargeFile(path("in.csv"));
    const { ended, peakBytes } = await runMeasured([
      // With so little room for objects that live long, a program that keeps the rows ends by itself.
      "--max-old-space-size=48",
      PREDICT,
      path("in.csv"),
      "--out",
      path("out.csv"),
      "--interval",
      "0.9",
    ]);
    expect(ended).toMatchObject({ status: 0 });
    expect(peakBytes).toBeGreaterThan(20 * MEGABYTE);
    expect(peakBytes).toBeLessThan(300 * MEGABYTE);
    expect(await countLines(path("in.csv"))).toBe(1 + ROWS);
    expect(await countLines(path("out.rejects.csv"))).toBe(1 + bad);
    expect(await countLines(path("out.csv"))).toBe(1 + ROWS - bad);
  }, 600_000);
});
