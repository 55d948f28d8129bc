import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { pinVersion, removeVersion, rollBack, unpin } from "../../../../model/registry/change-models";
import { readPinsFile } from "../../../../model/registry/pins";
import { damaged, ModelDirectory, versionText } from "../../../support/model-versions";
import { refusalOf } from "../../../support/refusal";

let models: ModelDirectory;

beforeEach(async () => {
  models = await ModelDirectory.create();
  for (const version of [1, 2, 3]) await models.add(version);
});

afterEach(() => models.delete());

const pins = async () => Object.fromEntries(await readPinsFile(models.path));

describe("when a version is pinned", () => {
  it("then it answers, other pins stay, and no draft is left", async () => {
    await models.pin({ other: 7 });
    expect(await pinVersion(models.path, "linear", 1)).toEqual({ before: 3, after: 1 });
    expect(await pins()).toEqual({ other: 7, linear: 1 });
    expect(await pinVersion(models.path, "linear", 2)).toEqual({ before: 1, after: 2 });
    expect((await readdir(models.path)).sort()).toEqual(["linear", "pins.json"]);
  });

  it("that is not there, then it is refused with those that are, and the pins stay", async () => {
    const { code, message } = await refusalOf(() => pinVersion(models.path, "linear", 9));
    expect(code).toBe("MODEL_UNKNOWN");
    expect(message).toBe(
      `There is no model linear@9 in ${models.path}. Available: linear@1, linear@2, linear@3.`,
    );
    expect(await pins()).toEqual({});
  });

  it("that is damaged, then it is refused: no server could follow", async () => {
    await models.overwrite(2, damaged(versionText(2)));
    expect((await refusalOf(() => pinVersion(models.path, "linear", 2))).code).toBe("MODEL_CORRUPT");
    expect(await pins()).toEqual({});
  });

  it("beside broken pins, then they are not overwritten", async () => {
    await models.pin("{");
    expect((await refusalOf(() => pinVersion(models.path, "linear", 1))).code).toBe("PINS_INVALID");
    expect(await readFile(join(models.path, "pins.json"), "utf8")).toBe("{");
  });
});

describe("when a name is unpinned", () => {
  it("then its newest version answers again, also where nothing was pinned", async () => {
    await models.pin({ linear: 1, other: 7 });
    expect(await unpin(models.path, "linear")).toEqual({ before: 1, after: 3 });
    expect(await pins()).toEqual({ other: 7 });
    expect(await unpin(models.path, "linear")).toEqual({ before: 3, after: 3 });
  });

  it("of which nothing can be served, then it is refused", async () => {
    const { code, message } = await refusalOf(() => unpin(models.path, "nothing"));
    expect([code, message]).toEqual([
      "MODEL_UNKNOWN",
      `There is no model nothing in ${models.path}. Available: no versions of it.`,
    ]);
    await models.overwrite(2, damaged(versionText(2)));
    await models.overwrite(3, damaged(versionText(3)));
    expect(await unpin(models.path, "linear")).toEqual({ before: 1, after: 1 });
  });
});

describe("when a name is rolled back", () => {
  it("then each time the version before answers, until there is none", async () => {
    expect(await rollBack(models.path, "linear")).toEqual({ before: 3, after: 2 });
    expect(await rollBack(models.path, "linear")).toEqual({ before: 2, after: 1 });
    const { code, message } = await refusalOf(() => rollBack(models.path, "linear"));
    expect([code, message]).toEqual([
      "MODEL_UNKNOWN",
      "There is no version before linear@1 to roll back to.",
    ]);
    expect(await pins()).toEqual({ linear: 1 });
  });

  it("then versions that cannot be served are passed over", async () => {
    await models.overwrite(2, damaged(versionText(2)));
    expect(await rollBack(models.path, "linear")).toEqual({ before: 3, after: 1 });
  });
});

describe("when a name without versions is rolled back", () => {
  it("then it is refused", async () => {
    const { code, message } = await refusalOf(() => rollBack(models.path, "nothing"));
    expect([code, message]).toEqual([
      "MODEL_UNKNOWN",
      `There is no model nothing in ${models.path}. Available: no versions of it.`,
    ]);
  });
});

describe("when a version is removed", () => {
  it("then it is gone whole, damaged or not", async () => {
    await models.overwrite(2, damaged(versionText(2)));
    await removeVersion(models.path, "linear", 2);
    expect((await readdir(join(models.path, "linear"))).sort()).toEqual(["1", "3"]);
  });

  it("that is pinned, then it stays", async () => {
    await models.pin({ linear: 2 });
    expect((await refusalOf(() => removeVersion(models.path, "linear", 2))).code).toBe("MODEL_PINNED");
    expect((await readdir(join(models.path, "linear"))).sort()).toEqual(["1", "2", "3"]);
  });

  it("that is not there, then it is refused", async () => {
    expect((await refusalOf(() => removeVersion(models.path, "linear", 9))).code).toBe("MODEL_UNKNOWN");
    expect((await refusalOf(() => removeVersion(models.path, "nothing", 1))).code).toBe("MODEL_UNKNOWN");
  });
});
