import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readModel } from "../../../model/file/read-model";
import { saveVersion } from "../../../training/save-version";
import { committedContent } from "../../support/committed-models";
import { refusalOf } from "../../support/refusal";
import { temporaryDirectory } from "../../support/temporary-directory";
import { everythingIn } from "../../support/training";

const content = committedContent(1);

describe("when a model is saved", () => {
  it("is version 1 in a directory that does not exist yet, then 2, and can be read", async () => {
    const directory = join(await temporaryDirectory(), "new", "models");
    expect(await saveVersion(directory, content)).toEqual({
      version: 1,
      path: join(directory, "linear/1/model.json"),
    });
    const { path } = await saveVersion(directory, content);
    expect((await readModel(path)).id).toBe("linear@2");
    expect(await everythingIn(directory)).toEqual([
      "linear",
      "linear/1",
      "linear/1/model.json",
      "linear/2",
      "linear/2/model.json",
    ]);
  });

  it("follows the newest version, also where older ones were removed or folders are in the way", async () => {
    const directory = await temporaryDirectory();
    for (const folder of ["9", "10", "old", "011"])
      await mkdir(join(directory, "linear", folder), { recursive: true });
    expect((await saveVersion(directory, content)).version).toBe(11);
  });

  it("never changes a version that exists", async () => {
    const directory = await temporaryDirectory();
    const { path } = await saveVersion(directory, content);
    const before = await readFile(path);
    await saveVersion(directory, { ...content, algorithm: "another" });
    expect(await readFile(path)).toEqual(before);
  });

  it("can be read by other users, as the server's may be another than the trainer's", async () => {
    const directory = await temporaryDirectory();
    await saveVersion(directory, content);
    const { mode } = await stat(join(directory, "linear/1"));
    expect(mode & 0o777).toBe(0o777 & ~process.umask());
  });

  it("takes different numbers when several are saved at once", async () => {
    const directory = await temporaryDirectory();
    const saved = await Promise.all(Array.from({ length: 8 }, () => saveVersion(directory, content)));
    expect(saved.map(({ version }) => version).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    for (const { version, path } of saved) expect((await readModel(path)).file.version).toBe(version);
    expect(await everythingIn(directory)).toHaveLength(1 + 2 * 8);
  });
});

describe("when a model cannot be saved", () => {
  it("says so where the directory is a file", async () => {
    const file = join(await temporaryDirectory(), "models");
    await writeFile(file, "");
    const error = await refusalOf(() => saveVersion(file, content));
    expect(error.code).toBe("MODEL_UNWRITABLE");
    expect(error.message).toContain(`Cannot write to ${file}/linear (ENOTDIR)`);
    expect(error.message).toContain("--out");
  });

  it("leaves nothing where writing fails half way", async () => {
    const directory = await temporaryDirectory();
    const broken = {
      ...content,
      get golden(): never {
        throw new Error("the disk is full");
      },
    };
    await expect(saveVersion(directory, broken)).rejects.toThrow("the disk is full");
    expect(await everythingIn(directory)).toEqual(["linear"]);
  });

  it("leaves nothing where the version's place is taken by a file", async () => {
    const directory = await temporaryDirectory();
    await mkdir(join(directory, "linear"));
    await writeFile(join(directory, "linear", "1"), "");
    expect((await refusalOf(() => saveVersion(directory, content))).code).toBe("MODEL_UNWRITABLE");
    expect(await everythingIn(directory)).toEqual(["linear", "linear/1"]);
  });
});
