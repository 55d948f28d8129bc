import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openDataFile } from "../../../../model/table/data-file";
import { temporaryDirectory } from "../../../support/temporary-directory";

async function fileOf(content: string | Uint8Array): Promise<string> {
  const path = join(await temporaryDirectory(), "houses.csv");
  await writeFile(path, content);
  return path;
}

async function recordsOf(path: string, delimiter?: string) {
  const file = await openDataFile(path, delimiter === undefined ? {} : { delimiter });
  const records = [];
  for await (const batch of file.batches) records.push(...batch);
  return { file, records };
}

describe("a data file", () => {
  it("is read to its end, with the header first", async () => {
    const path = await fileOf("area,price\r\n1,2\r\n\r\n3,4");
    const seen: number[] = [];
    const file = await openDataFile(path, { onBytes: ({ length }) => seen.push(length) });
    expect([file.name, file.bytes]).toEqual([path, 22]);
    const records = [];
    for await (const batch of file.batches) records.push(...batch);
    expect(records.map(({ line, cells }) => [line, ...cells])).toEqual([
      [1, "area", "price"],
      [2, "1", "2"],
      [4, "3", "4"],
    ]);
    expect([file.bytesRead(), ...seen]).toEqual([22, 22]);
  });

  it("may be a header alone, and have another delimiter", async () => {
    const { records } = await recordsOf(await fileOf("a;b,c"), ";");
    expect(records.map(({ cells }) => cells)).toEqual([["a", "b,c"]]);
  });

  it.each([
    ["nothing", "", "is empty: the first line must name the columns."],
    ["blank lines", "\n \n", "is empty: the first line must name the columns."],
  ])("of %s is refused", async (_what, content, message) => {
    const path = await fileOf(content);
    await expect(recordsOf(path)).rejects.toMatchObject({
      code: "DATA_INVALID",
      message: `${path} ${message}`,
    });
  });

  it("that is not text is refused, with the place", async () => {
    const text = Buffer.from("area,price\n1,2\n3,caf");
    const path = await fileOf(Buffer.concat([text, Buffer.of(0xe9), Buffer.from("\n5,6\n")]));
    await expect(recordsOf(path)).rejects.toMatchObject({
      code: "DATA_INVALID",
      message: expect.stringMatching(/ It is in line 3, column "price"\.$/),
    });
  });

  it("names the column without the blanks around it, and no place if it is not text at all", async () => {
    const bad = Buffer.concat([Buffer.from("a, price \n1,"), Buffer.of(0xe9), Buffer.from("\n2,3\n")]);
    await expect(recordsOf(await fileOf(bad))).rejects.toThrow(/line 2, column "price"\.$/);
    const sixteen = Buffer.from("\ufeffa,b\n1,2\n", "utf16le");
    await expect(recordsOf(await fileOf(sixteen))).rejects.toThrow(/^((?!It is in line).)*$/);
  });

  it("with a bad byte in its header is refused, with the number of the column", async () => {
    const path = await fileOf(
      Buffer.concat([Buffer.from("area,pri"), Buffer.of(0xe9), Buffer.from("x\n1,2\n")]),
    );
    await expect(recordsOf(path)).rejects.toThrow(/line 1, column 2\.$/);
  });

  it("that does not exist is refused", async () => {
    const path = join(await temporaryDirectory(), "none.csv");
    await expect(openDataFile(path)).rejects.toMatchObject({
      code: "DATA_UNREADABLE",
      message: `${path} cannot be read (ENOENT): pass the path of a CSV file.`,
    });
  });

  it("that is a folder is refused when it is read", async () => {
    const file = await openDataFile(await temporaryDirectory());
    expect(file.bytes).toBeUndefined();
    await expect(file.batches.next()).rejects.toMatchObject({ code: "DATA_UNREADABLE" });
  });

  it("is no longer read when its reader stops", async () => {
    const stop = new AbortController();
    const file = await openDataFile(await fileOf("a\n1\n"), { signal: stop.signal });
    stop.abort();
    await expect(file.batches.next()).rejects.toMatchObject({ name: "AbortError" });
  });
});
