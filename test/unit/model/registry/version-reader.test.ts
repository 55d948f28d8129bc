import { mkdir, rename, rm, symlink } from "node:fs/promises";
import { join } from "node:path";
import { HousePriceError } from "../../../../model/errors";
import { loadModels, type ReadVersions, VersionReader } from "../../../../model/registry/version-reader";
import { damaged, ModelDirectory, versionOfAnotherTable, versionText } from "../../../support/model-versions";

let directory: ModelDirectory;
let reader: VersionReader;

beforeEach(async () => {
  directory = await ModelDirectory.create();
  reader = new VersionReader(directory.path);
});

afterEach(async () => {
  jest.restoreAllMocks();
  await directory.delete();
});

/** Lets a minute pass, after which the files are at rest. */
function passMinute(): void {
  jest.spyOn(Date, "now").mockReturnValue(Date.now() + 60_000);
}

const ids = ({ models }: ReadVersions) => models.map(({ id }) => id);
const codes = ({ refusals }: ReadVersions) => refusals.map(({ error }) => error.code);

describe("reading the versions of a directory again", () => {
  it("gives the same model of a file that did not change, and of one that was only touched", async () => {
    await directory.add(1);
    const [model] = (await reader.read()).models;
    expect((await reader.read()).models[0]).toBe(model);
    await directory.overwrite(1, versionText(1));

    expect((await reader.read()).models[0]).toBe(model);
  });

  it("gives another model of a file that was exchanged", async () => {
    await directory.add(1);
    const [model] = (await reader.read()).models;
    await directory.overwrite(1, versionText(1, 0.5));
    const [exchanged] = (await reader.read()).models;

    expect(exchanged.sha256).not.toBe(model.sha256);
  });

  it("keeps a proven model when its file breaks, and refuses a file that was never whole", async () => {
    await directory.add(1);
    await directory.add(2, damaged(versionText(2)));
    const first = await reader.read();
    expect(ids(first)).toEqual(["linear@1"]);
    expect(first.refusals).toMatchObject([{ path: directory.file(2), kept: undefined }]);
    await directory.overwrite(1, damaged(versionText(1)));
    const second = await reader.read();

    expect(second.models).toEqual(first.models);
    expect(codes(second)).toEqual(["MODEL_CORRUPT", "MODEL_CORRUPT"]);
    expect(second.refusals[0].kept).toBe(first.models[0]);
  });

  it("gives a broken file of old the same signature, which changes with the file", async () => {
    await directory.add(1, damaged(versionText(1)));
    passMinute();
    const [first] = (await reader.read()).refusals;
    const [second] = (await reader.read()).refusals;
    await directory.overwrite(1, damaged(versionText(1, 0.5)));
    const [third] = (await reader.read()).refusals;

    expect(first.signature).not.toBe("");
    expect(second).toBe(first);
    expect(third.signature).not.toBe(first.signature);
  });

  it("gives a broken file that was just written no signature, since it may still change", async () => {
    await directory.add(1, damaged(versionText(1)));
    const [first] = (await reader.read()).refusals;
    const [second] = (await reader.read()).refusals;

    expect(first.signature).toBe("");
    expect(second).not.toBe(first);
  });
});

describe("a version without a file", () => {
  it("is refused once, as one that may yet come", async () => {
    await mkdir(join(directory.path, "linear", "1"), { recursive: true });
    const first = await reader.read();
    const second = await reader.read();

    expect(ids(first)).toEqual([]);
    expect(first.refusals).toEqual([
      {
        path: directory.file(1),
        error: new HousePriceError("MODEL_UNREADABLE", `${directory.file(1)} does not exist (yet).`),
        signature: "absent",
      },
    ]);
    expect(second.refusals[0]).toBe(first.refusals[0]);
    await directory.overwrite(1, versionText(1));
    expect(await reader.read()).toMatchObject({ models: [{ id: "linear@1" }], refusals: [] });
  });

  it("leaves without a refusal if it was served", async () => {
    await directory.add(1);
    await reader.read();
    await rm(directory.file(1));

    expect(await reader.read()).toEqual({ models: [], refusals: [] });
    expect(await reader.read()).toEqual({ models: [], refusals: [] });
  });
});

it("a file that cannot be found out about is refused without a signature", async () => {
  await mkdir(join(directory.path, "linear", "1"), { recursive: true });
  await symlink("model.json", directory.file(1));

  expect((await reader.read()).refusals).toMatchObject([
    { path: directory.file(1), error: { code: "MODEL_UNREADABLE" }, signature: "" },
  ]);
});

describe("a folder that cannot be listed", () => {
  it("keeps its versions, and no others", async () => {
    await directory.add(1);
    const linear = join(directory.path, "linear");
    await reader.read();
    // A link to itself: listing it fails, and nothing is known of what was in it.
    await rename(linear, `${directory.path}/.aside`);
    await symlink("linear", linear);
    const found = await reader.read();

    expect(ids(found)).toEqual(["linear@1"]);
    expect(found.refusals).toMatchObject([{ path: linear, signature: "" }]);
    await rm(linear);
    await rename(`${directory.path}/.aside`, linear);
    expect(codes(await reader.read())).toEqual([]);
  });
});

describe("the table of a directory", () => {
  const LATER = "2030-01-01T00:00:00Z";

  it("is unknown until a model is read, and that of the model trained last", async () => {
    expect(ids(await reader.read())).toEqual([]);
    expect(reader.table).toBeUndefined();
    await directory.add(1);
    await directory.add(2, versionOfAnotherTable(2, LATER));
    const found = await reader.read();

    expect(reader.table?.features[0].unit).toBe("euros");
    expect(ids(found)).toEqual(["linear@2"]);
    expect(found.refusals).toMatchObject([
      { path: directory.file(1), error: { code: "MODEL_OF_ANOTHER_TABLE" } },
    ]);
    expect((await reader.read()).refusals[0]).toBe(found.refusals[0]);
  });

  it("stays, and models of another table are told where they belong", async () => {
    await directory.add(1);
    await reader.read();
    await directory.add(2, versionOfAnotherTable(2, LATER));
    const { refusals } = await reader.read();

    expect(refusals[0].error.message).toBe(
      `${directory.file(2)} belongs to another table than the served models: in linear@2, the unit of column "MedInc" is "euros", not "10,000 US dollars a year". Put it in its own model directory, or remove the others and restart.`,
    );
  });
});

it("loading a directory once reads every version", async () => {
  await directory.add(1);
  await directory.add(2);

  expect(ids(await loadModels(directory.path))).toEqual(["linear@1", "linear@2"]);
});
