import { copyFile, mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  listVersions,
  listVersionsOf,
  loadVersion,
  MAX_VERSIONS,
} from "../../../../model/registry/model-directory";
import { committedPath } from "../../../support/committed-models";
import { refusalOf } from "../../../support/refusal";
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

describe("the versions of a directory", () => {
  const idsIn = async (directory: string) =>
    (await listVersions(directory)).folders.map(({ name, version }) => `${name}@${version}`);

  it("are in the order of their names, without folders that have no name of a model", async () => {
    const directory = await temporaryDirectory();
    for (const name of ["f", "b", "h", "d", "a", "g", "c", "e", "Upper", "0", "x_y"]) {
      await mkdir(join(directory, name, "1"), { recursive: true });
    }
    expect(await idsIn(directory)).toEqual(["a@1", "b@1", "c@1", "d@1", "e@1", "f@1", "g@1", "h@1"]);
  });

  it("are those of the other names if one cannot be listed", async () => {
    const directory = await temporaryDirectory();
    for (const name of ["a", "c"]) await mkdir(join(directory, name, "1"), { recursive: true });
    await symlink("b", join(directory, "b"));
    expect(await idsIn(directory)).toEqual(["a@1", "c@1"]);
    expect((await listVersions(directory)).unlisted).toMatchObject([
      { path: join(directory, "b"), error: { code: "MODEL_UNREADABLE" } },
    ]);
  });

  it("are at most a thousand: a name that goes beyond is left out as a whole", async () => {
    const directory = await temporaryDirectory();
    await mkdir(join(directory, "b", "1"), { recursive: true });
    for (let version = 1; version < MAX_VERSIONS; version++) {
      await mkdir(join(directory, "a", String(version)), { recursive: true });
    }
    expect(await idsIn(directory)).toHaveLength(1000);
    await mkdir(join(directory, "b", "2"));
    const { folders, unlisted } = await listVersions(directory);
    expect(folders).toHaveLength(999);
    expect(unlisted.map(({ error }) => error.message)).toEqual([
      `${join(directory, "b")} has too many versions: ${directory} may hold at most 1000 in all. Remove old ones.`,
    ]);
  });
});

it.each([
  ["other", 1],
  ["linear", 2],
])("the model linear@1 is refused in the folder of %s@%i", async (name, version) => {
  const directory = await temporaryDirectory();
  const path = join(directory, name, String(version));
  await mkdir(path, { recursive: true });
  await copyFile(committedPath(1), join(path, "model.json"));
  const { code, message } = await refusalOf(() => loadVersion({ directory, name, version, path }));
  expect([code, message]).toEqual([
    "MODEL_INVALID",
    `${path}/model.json is linear@1, but its folder says ${name}@${version}. Move it to linear/1.`,
  ]);
});
