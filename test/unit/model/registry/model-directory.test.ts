import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { listVersionsOf } from "../../../../model/registry/model-directory";
import { temporaryDirectory } from "../../../support/temporary-directory";

describe("the versions of a model", () => {
  it("are the folders with a number, oldest first; all else is passed over", async () => {
    const directory = await temporaryDirectory();
    for (const folder of ["10", "9", "0", "01", "-1", "1.5", "1e3", "latest", ".saving-x"]) {
      await mkdir(join(directory, "linear", folder), { recursive: true });
    }
    await writeFile(join(directory, "linear", "3"), "a file");
    expect(await listVersionsOf(directory, "linear")).toEqual([
      { directory, name: "linear", version: 9, path: join(directory, "linear/9") },
      { directory, name: "linear", version: 10, path: join(directory, "linear/10") },
    ]);
  });

  it("may be links to folders elsewhere", async () => {
    const directory = await temporaryDirectory();
    await mkdir(join(directory, "linear"));
    await symlink(await temporaryDirectory(), join(directory, "linear", "1"));
    expect((await listVersionsOf(directory, "linear")).map(({ version }) => version)).toEqual([1]);
  });

  it("are empty if the directory does not exist or is a file", async () => {
    const directory = await temporaryDirectory();
    await writeFile(join(directory, "linear"), "a file");
    expect(await listVersionsOf(directory, "linear")).toEqual([]);
    expect(await listVersionsOf(directory, "nonesuch")).toEqual([]);
  });
});
