import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readDigestFile } from "../../../training/digest-file";
import { refusalOf } from "../../support/refusal";
import { temporaryDirectory } from "../../support/temporary-directory";

const DIGEST = "0123456789abcdef".repeat(4);

async function fileOf(content: string | Uint8Array): Promise<string> {
  const path = join(await temporaryDirectory(), "houses.csv.sha256");
  await writeFile(path, content);
  return path;
}

describe("a file with a checksum", () => {
  it.each([
    ["as sha256sum writes it", `${DIGEST}  houses.csv\n`],
    ["in capitals, after a name", `SHA256 (houses.csv) = ${DIGEST.toUpperCase()}\n`],
    ["before another", `${DIGEST}\n${"f".repeat(64)}\n`],
    ["in the largest file", `${DIGEST}${" ".repeat(65_536 - 64)}`],
  ])("has it %s", async (_what, content) => {
    expect(await readDigestFile(await fileOf(content))).toBe(DIGEST);
  });

  it("may be absent", async () => {
    expect(await readDigestFile(join(await temporaryDirectory(), "none.sha256"))).toBeUndefined();
  });

  it.each([
    ["no checksum", "none\n", "has no SHA-256: write 64 hexadecimal digits, as sha256sum does."],
    [
      "too short a checksum",
      DIGEST.slice(1),
      "has no SHA-256: write 64 hexadecimal digits, as sha256sum does.",
    ],
    ["too long a checksum", `${DIGEST}0`, "has no SHA-256: write 64 hexadecimal digits, as sha256sum does."],
    ["too much text", `${DIGEST}${" ".repeat(65_537 - 64)}`, "is not a small file with a SHA-256."],
  ])("is refused with %s", async (_what, content, problem) => {
    const path = await fileOf(content);
    const { code, message } = await refusalOf(() => readDigestFile(path));

    expect([code, message]).toEqual(["DATA_INVALID", `${path} ${problem}`]);
  });

  it("is refused if it is not text, or a directory", async () => {
    const path = await fileOf(Uint8Array.of(0xff, 0xfe, 0xfd, 0x80));
    expect((await refusalOf(() => readDigestFile(path))).code).toBe("DATA_INVALID");

    const directory = join(await temporaryDirectory(), "x.sha256");
    await mkdir(directory);
    expect((await refusalOf(() => readDigestFile(directory))).message).toBe(
      `${directory} is not a small file with a SHA-256.`,
    );
  });
});
