import { readBeginning } from "../../../../training/describe/text-beginning";
import { writeTable } from "../../../support/describing";
import { refusalOf } from "../../../support/refusal";
import { temporaryDirectory } from "../../../support/temporary-directory";

describe("the beginning of a file", () => {
  it("is the whole text of a short file", async () => {
    expect(await readBeginning(await writeTable("Größe,price\n1,2\n"))).toBe("Größe,price\n1,2\n");
    expect(await readBeginning(await writeTable(""))).toBe("");
  });

  it("is the first 64 KiB of a long file", async () => {
    const text = "0123456789abcdef".repeat(4096);

    expect(await readBeginning(await writeTable(`${text}more`))).toBe(text);
  });

  it("may be invalid text", async () => {
    expect(await readBeginning(await writeTable(Uint8Array.of(97, 0xff, 98)))).toBe("a\ufffdb");
  });

  it.each([
    ["is not there", "/missing.csv", "ENOENT"],
    ["is a directory", "", "it is not a regular file"],
  ])("is refused of a file that %s", async (_what, name, problem) => {
    const path = `${await temporaryDirectory()}${name}`;
    const { code, message } = await refusalOf(() => readBeginning(path));

    expect([code, message]).toEqual([
      "DATA_UNREADABLE",
      `${path} cannot be read (${problem}): pass the path of a CSV file.`,
    ]);
  });
});
