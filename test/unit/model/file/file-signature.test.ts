import { chmod, rename, rm, stat, symlink, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { FileRefused } from "../../../../model/file/file-refused";
import { readSignature } from "../../../../model/file/file-signature";
import { temporaryDirectory } from "../../../support/temporary-directory";

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await temporaryDirectory();
  path = join(folder, "model.json");
  await writeFile(path, "{}");
});

const textOf = async () => (await readSignature(path))?.text;

describe("the signature of a file", () => {
  it("is the same while the file is", async () => {
    const signature = await readSignature(path);
    expect(signature).toMatchObject({ isFile: true, bytes: 2 });
    expect((await readSignature(path))?.text).toBe(signature?.text);
  });

  it("is another when the file has other content, even if its times are set back", async () => {
    const before = await textOf();
    const longAgo = new Date("2020-01-01");
    await writeFile(path, "[]");
    await utimes(path, longAgo, longAgo);
    expect(await textOf()).not.toBe(before);
  });

  it("is another when the file may be read by others, or is replaced", async () => {
    const before = await textOf();
    await chmod(path, 0o600);
    const after = await textOf();
    expect(after).not.toBe(before);
    await writeFile(join(folder, "draft"), "{}");
    await rename(join(folder, "draft"), path);
    expect(await textOf()).not.toBe(after);
  });

  it("proves nothing for a file that has just been written", async () => {
    expect((await readSignature(path))?.settled).toBe(false);
    expect((await readSignature("LICENSE"))?.settled).toBe(true);
  });

  it.each([
    [2000, false],
    [2001, true],
  ])("proves something %i ms after the last change: %p", async (passed, settled) => {
    const { ctimeMs } = await stat(path, { bigint: true });
    const clock = jest.spyOn(Date, "now").mockReturnValue(Number(ctimeMs) + passed);
    const signature = await readSignature(path);
    clock.mockRestore();
    expect(signature?.settled).toBe(settled);
  });

  it("of a link is that of the file", async () => {
    const link = join(folder, "link");
    await symlink(path, link);
    expect((await readSignature(link))?.text).toBe(await textOf());
  });

  it("of a folder says that it is none", async () => {
    expect(await readSignature(folder)).toMatchObject({ isFile: false });
  });
});

describe("what is not there", () => {
  it("has no signature", async () => {
    await rm(path);
    expect(await readSignature(path)).toBeUndefined();
    expect(await readSignature(join(folder, "none", "model.json"))).toBeUndefined();
  });

  it("or cannot be found out is refused", async () => {
    const loop = join(folder, "loop");
    await symlink(loop, loop);
    const refused = readSignature(loop);
    await expect(refused).rejects.toBeInstanceOf(FileRefused);
    await expect(refused).rejects.toMatchObject({
      rule: "system",
      message: `${loop} cannot be read (ELOOP).`,
    });
  });
});
