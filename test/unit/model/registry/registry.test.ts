import fs from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import type { Model } from "../../../../model/model";
import { parsePins } from "../../../../model/registry/pins";
import { ModelRegistry, type RegistryOptions } from "../../../../model/registry/registry";
import { loadModels } from "../../../../model/registry/version-reader";
import { damaged, ModelDirectory, versionOfAnotherTable, versionText } from "../../../support/model-versions";

let directory: ModelDirectory;
let events: string[];

const observer: RegistryOptions["observer"] = {
  loaded: (model, replaced) => events.push(`${replaced ? "replaced" : "loaded"} ${model.id}`),
  removed: (model) => events.push(`removed ${model.id}`),
  refused: ({ path, error, kept }) =>
    events.push(`refused ${path.slice(directory.path.length + 1)} ${error.code}${kept ? ", kept" : ""}`),
  pinned: (pins) => events.push(`pinned ${[...pins].map((pin) => pin.join("@")).join()}`),
};

const open = (pins = "") => ModelRegistry.open(directory.path, { observer, pins: pinsOf(pins) });

function pinsOf(text: string) {
  const pins = parsePins(text);
  if (!pins) throw new Error(`not pins: ${text}`);
  return pins;
}

/** Refreshes, and gives the events of this refresh alone. */
async function refresh(registry: ModelRegistry): Promise<string[]> {
  events = [];
  await registry.refresh();
  return events;
}

const served = (registry: ModelRegistry) => registry.current.models.map((model) => model.id);
const answering = (registry: ModelRegistry) => registry.current.find({ name: "linear" })?.id;

beforeEach(async () => {
  events = [];
  directory = await ModelDirectory.create();
});

afterEach(async () => {
  jest.restoreAllMocks();
  await directory.delete();
});

describe("opening a model directory", () => {
  it("when a version is broken, then the others are served and the refusal is reported", async () => {
    await directory.add(1);
    await directory.add(2, damaged(versionText(2)));
    await directory.add(10);
    const registry = await open();
    expect(served(registry)).toEqual(["linear@1", "linear@10"]);
    expect(events).toEqual([
      "refused linear/2/model.json MODEL_CORRUPT",
      "loaded linear@1",
      "loaded linear@10",
    ]);
  });

  it("when there is no model, or no directory, then it says so", async () => {
    await expect(open()).rejects.toMatchObject({ code: "NO_MODEL" });
    await directory.delete();
    await expect(open()).rejects.toMatchObject({ code: "NO_MODEL" });
  });

  it("when a folder holds another version, then it is refused and told where to move it", async () => {
    await directory.add(1);
    await directory.add(3, versionText(2));
    await expect(open()).resolves.toBeDefined();
    expect(events).toContain("refused linear/3/model.json MODEL_INVALID");
  });

  it("when a file is far larger than a model, then it is refused unread", async () => {
    await directory.add(1);
    await directory.overwrite(2, "");
    await fs.truncate(directory.file(2), 2 ** 33);
    expect(served(await open())).toEqual(["linear@1"]);
    expect(events).toContain("refused linear/2/model.json MODEL_INVALID");
  });
});

describe("a directory with models of two tables", () => {
  it("when it is opened, then the table is that of the model that was trained last", async () => {
    await directory.add(1);
    await directory.add(2, versionOfAnotherTable(2, "2030-01-01T00:00:00Z"));
    const registry = await open();
    expect(served(registry)).toEqual(["linear@2"]);
    expect(registry.current.table.features[0].unit).toBe("euros");
    expect(events).toEqual(["refused linear/1/model.json MODEL_OF_ANOTHER_TABLE", "loaded linear@2"]);
    expect(await refresh(registry)).toEqual([]);
  });

  it("when one is added, then it is refused, however new it is, and the message tells the first difference", async () => {
    await directory.add(1);
    const registry = await open();
    await directory.add(2, versionOfAnotherTable(2, "2030-01-01T00:00:00Z"));
    expect(await refresh(registry)).toEqual(["refused linear/2/model.json MODEL_OF_ANOTHER_TABLE"]);
    expect(served(registry)).toEqual(["linear@1"]);
    const { refusals } = await loadModels(directory.path);
    expect(refusals[0].error.message).toContain(
      'in linear@1, the unit of column "MedInc" is "10,000 US dollars a year", not "euros"',
    );
  });

  it("when a served file is exchanged for one, then the one in memory goes on answering", async () => {
    await directory.add(1);
    const registry = await open();
    await directory.overwrite(1, versionOfAnotherTable(1, "2030-01-01T00:00:00Z"));
    expect(await refresh(registry)).toEqual(["refused linear/1/model.json MODEL_OF_ANOTHER_TABLE, kept"]);
    expect(served(registry)).toEqual(["linear@1"]);
  });

  it("when all models are removed and one is added, then the table is still the former one", async () => {
    await directory.add(1);
    const registry = await open();
    await directory.remove(1);
    await directory.add(2, versionOfAnotherTable(2, "2030-01-01T00:00:00Z"));
    await refresh(registry);
    expect(served(registry)).toEqual([]);
    expect(registry.current.table.features[0].unit).toBe("10,000 US dollars a year");
  });
});

describe("loading a model directory once, as a command does", () => {
  it("when a version is broken, then the others are loaded and the refusal is given", async () => {
    await directory.add(1);
    await directory.add(2, damaged(versionText(2)));
    const { models, refusals: refused } = await loadModels(directory.path);
    expect(models.map((model) => model.id)).toEqual(["linear@1"]);
    expect(refused).toMatchObject([{ path: directory.file(2), error: { code: "MODEL_CORRUPT" } }]);
  });
});

describe("a directory that changes", () => {
  it("when a version is added, then it is served, and who holds the former catalogue keeps it", async () => {
    await directory.add(1);
    const registry = await open();
    const former = registry.current;
    await directory.add(2);
    expect(await refresh(registry)).toEqual(["loaded linear@2"]);
    expect(answering(registry)).toBe("linear@2");
    expect(former.find({ name: "linear" })?.id).toBe("linear@1");
  });

  it("when a version is removed, then it leaves, and the others stay the very same", async () => {
    await directory.add(1);
    await directory.add(2);
    const registry = await open();
    const first = registry.current.find({ name: "linear", version: 1 });
    await directory.remove(2);
    expect(await refresh(registry)).toEqual(["removed linear@2"]);
    expect(registry.current.models).toEqual([first]);
    expect(registry.current.models[0]).toBe(first);
  });

  it("when all are removed, then nothing is served, until one comes back", async () => {
    await directory.add(1);
    const registry = await open();
    await directory.delete();
    expect(await refresh(registry)).toEqual(["removed linear@1"]);
    expect(served(registry)).toEqual([]);
    await fs.mkdir(directory.path);
    await directory.add(1);
    expect(await refresh(registry)).toEqual(["loaded linear@1"]);
  });

  it("when nothing changed, then no file is read and the catalogue stays the same object", async () => {
    await directory.add(1);
    await directory.add(2);
    const registry = await open();
    const { current } = registry;
    const openFile = jest.spyOn(fs, "open");
    expect(await refresh(registry)).toEqual([]);
    const models = openFile.mock.calls.filter(([path]) => String(path).endsWith("model.json"));
    expect(models).toEqual([]);
    expect(registry.current).toBe(current);
  });

  it("when a file is touched but holds the same, then nothing happens", async () => {
    await directory.add(1);
    const registry = await open();
    const { current } = registry;
    await fs.utimes(directory.file(1), 1, 1);
    expect(await refresh(registry)).toEqual([]);
    expect(registry.current).toBe(current);
  });

  it("when a version was exchanged for another proven one, then that is served and told", async () => {
    await directory.add(1);
    const registry = await open();
    await directory.remove(1);
    await directory.add(1, versionText(1, 0.5));
    expect(await refresh(registry)).toEqual(["replaced linear@1"]);
  });

  it("when refreshes are asked for together, then they run one after the other, and not more than needed", async () => {
    await directory.add(1);
    const registry = await open();
    const opendir = jest.spyOn(fs, "opendir");
    const first = registry.refresh();
    await Promise.resolve();
    await directory.add(2);
    await Promise.all([first, registry.refresh(), registry.refresh(), registry.refresh()]);
    const looks = opendir.mock.calls.filter(([path]) => path === directory.path);
    expect(looks).toHaveLength(2);
    expect(served(registry)).toEqual(["linear@1", "linear@2"]);
  });
});

describe("a directory that breaks", () => {
  it("when a served version is damaged, then its proven copy goes on answering and the damage is reported once", async () => {
    await directory.add(1);
    const registry = await open();
    const { current } = registry;
    await directory.overwrite(1, damaged(versionText(1)));
    expect(await refresh(registry)).toEqual(["refused linear/1/model.json MODEL_CORRUPT, kept"]);
    expect(await refresh(registry)).toEqual([]);
    expect(registry.current).toBe(current);
    await directory.overwrite(1, versionText(1));
    expect(await refresh(registry)).toEqual([]);
    await directory.overwrite(1, damaged(versionText(1)));
    expect(await refresh(registry)).toEqual(["refused linear/1/model.json MODEL_CORRUPT, kept"]);
  });

  it("when a copy is in progress, then its parts are refused and reported once, and the whole is served", async () => {
    await directory.add(1);
    const registry = await open();
    const text = versionText(2);
    await fs.mkdir(join(directory.path, "linear", "2"));
    expect(await refresh(registry)).toEqual(["refused linear/2/model.json MODEL_UNREADABLE"]);
    for (const part of [0, 500, 1500]) {
      await directory.overwrite(2, text.slice(0, part));
      const told = part === 0 ? ["refused linear/2/model.json MODEL_CORRUPT"] : [];
      expect(await refresh(registry)).toEqual(told);
      expect(await refresh(registry)).toEqual([]);
      expect(served(registry)).toEqual(["linear@1"]);
    }
    await directory.overwrite(2, text);
    expect(await refresh(registry)).toEqual(["loaded linear@2"]);
  });

  it("when a broken file that was at rest is exchanged for another broken one, then that is reported as well", async () => {
    await directory.add(1);
    const registry = await open();
    const later = (ms: number) => jest.spyOn(Date, "now").mockReturnValue(Date.now() + ms);
    await directory.overwrite(2, versionText(2).slice(0, 100));
    expect(await refresh(registry)).toEqual(["refused linear/2/model.json MODEL_CORRUPT"]);
    later(60_000);
    expect(await refresh(registry)).toEqual([]);
    await directory.overwrite(2, versionText(2).slice(0, 200));
    expect(await refresh(registry)).toEqual(["refused linear/2/model.json MODEL_CORRUPT"]);
    expect(await refresh(registry)).toEqual([]);
  });

  it("when a file becomes a folder, then the proven copy goes on answering", async () => {
    await directory.add(1);
    const registry = await open();
    await fs.rm(directory.file(1));
    await fs.mkdir(directory.file(1));
    expect(await refresh(registry)).toEqual(["refused linear/1/model.json MODEL_UNREADABLE, kept"]);
    expect(served(registry)).toEqual(["linear@1"]);
  });

  it("when a version's folder becomes a file, then the version leaves", async () => {
    await directory.add(1);
    await directory.add(2);
    const registry = await open();
    await directory.remove(2);
    await fs.writeFile(join(directory.path, "linear", "2"), "");
    expect(await refresh(registry)).toEqual(["removed linear@2"]);
  });

  it("when the file alone is removed, then the version leaves without a complaint", async () => {
    await directory.add(1);
    await directory.add(2);
    const registry = await open();
    await fs.rm(directory.file(2));
    expect(await refresh(registry)).toEqual(["removed linear@2"]);
    expect(await refresh(registry)).toEqual([]);
  });

  it("when a version is removed while it is read, then it is refused and the others answer", async () => {
    await directory.add(1);
    const registry = await open();
    await directory.add(2);
    const { open: openFile } = fs;
    jest.spyOn(fs, "open").mockImplementationOnce(async (...args) => {
      await directory.remove(2);
      return openFile(...args);
    });
    expect(await refresh(registry)).toEqual(["refused linear/2/model.json MODEL_UNREADABLE"]);
    expect(served(registry)).toEqual(["linear@1"]);
    expect(await refresh(registry)).toEqual([]);
  });

  it("when reading fails for a while (too many open files), then it is tried again without a change", async () => {
    await directory.add(1);
    const registry = await open();
    await directory.add(2);
    const exhausted = Object.assign(new Error("too many open files"), { code: "EMFILE" });
    const openFile = jest.spyOn(fs, "open").mockRejectedValueOnce(exhausted);
    expect(await refresh(registry)).toEqual(["refused linear/2/model.json MODEL_UNREADABLE"]);
    openFile.mockRestore();
    expect(await refresh(registry)).toEqual(["loaded linear@2"]);
  });

  it("when a link turns in a circle, then it is refused", async () => {
    await directory.add(1);
    const registry = await open();
    await fs.mkdir(join(directory.path, "linear", "2"));
    await fs.symlink("model.json", directory.file(2));
    expect(await refresh(registry)).toEqual(["refused linear/2/model.json MODEL_UNREADABLE"]);
  });
});

describe("permissions", () => {
  // The superuser may read everything: as such the test takes the rights of nobody while it looks.
  const asNobody = async <T>(look: () => Promise<T>): Promise<T> => {
    const { geteuid, seteuid } = process;
    if (geteuid?.() !== 0 || !seteuid) return look();
    seteuid(65534);
    try {
      return await look();
    } finally {
      seteuid(0);
    }
  };

  beforeEach(async () => {
    await fs.chmod(directory.path, 0o755);
    await directory.add(1);
    await directory.add(2);
  });

  afterEach(async () => {
    for (const path of ["", "linear"]) await fs.chmod(join(directory.path, path), 0o755);
  });

  it("when a file may not be read, then it is refused, and served as soon as it may", async () => {
    await fs.chmod(directory.file(2), 0o000);
    const registry = await asNobody(() => open());
    expect(served(registry)).toEqual(["linear@1"]);
    expect(events[0]).toBe("refused linear/2/model.json MODEL_UNREADABLE");
    await fs.chmod(directory.file(2), 0o644);
    expect(await asNobody(() => refresh(registry))).toEqual(["loaded linear@2"]);
  });

  it.each(["linear", ""])(
    "when the folder '%s' may not be read, then all goes on as it was",
    async (folder) => {
      const registry = await open();
      const { current } = registry;
      await fs.chmod(join(directory.path, folder), 0o000);
      const told = await asNobody(() => refresh(registry));
      expect(told).toContain(`refused ${folder} MODEL_UNREADABLE`);
      expect(await asNobody(() => refresh(registry))).toEqual([]);
      expect(registry.current).toBe(current);
      await fs.chmod(join(directory.path, folder), 0o755);
      await directory.remove(2);
      expect(await asNobody(() => refresh(registry))).toEqual(["removed linear@2"]);
    },
  );
});

describe("links, as mounted volumes have them", () => {
  it("when a version's folder is a link that is set to another folder, then the new content is served", async () => {
    await directory.add(1);
    const registry = await open();
    await directory.add(2);
    const store = join(directory.path, ".store");
    await fs.rename(join(directory.path, "linear", "2"), store);
    await fs.symlink(join("..", ".store"), join(directory.path, "linear", "2"));
    expect(await refresh(registry)).toEqual(["loaded linear@2"]);
    await fs.rm(store, { recursive: true });
    expect(await refresh(registry)).toEqual(["removed linear@2"]);
  });

  it("when the model directory itself is a link that is set to its next release, then that is served", async () => {
    await directory.add(1);
    const next = await ModelDirectory.create();
    const link = join(next.path, "current");
    try {
      await next.add(2);
      await fs.symlink(directory.path, link);
      const registry = await ModelRegistry.open(link, { observer });
      await fs.symlink(next.path, `${link}-new`);
      await fs.rename(`${link}-new`, link);
      expect(await refresh(registry)).toEqual(["loaded linear@2", "removed linear@1"]);
    } finally {
      await next.delete();
    }
  });

  it.each([
    ["a version's folder", "linear/2", "linear/2/model.json"],
    ["a model's folder", "other", "other"],
  ])("when %s leads out of the model directory, then it is refused", async (_what, link, refused) => {
    await directory.add(1);
    const registry = await open();
    const store = await ModelDirectory.create();
    try {
      await store.add(2);
      const target = link === "other" ? "linear" : "linear/2";
      await fs.symlink(join(store.path, target), join(directory.path, link));
      expect(await refresh(registry)).toEqual([`refused ${refused} MODEL_UNREADABLE`]);
      expect(await refresh(registry)).toEqual([]);
      expect(served(registry)).toEqual(["linear@1"]);
    } finally {
      await store.delete();
    }
  });

  it("when Kubernetes swaps ..data, then the versions are those of the new folder", async () => {
    const swapTo = async (folder: string, versions: readonly number[]) => {
      for (const version of versions) {
        await fs.mkdir(join(directory.path, folder, "linear", String(version)), { recursive: true });
        const path = join(directory.path, folder, "linear", String(version), "model.json");
        await fs.writeFile(path, versionText(version));
      }
      await fs.symlink(folder, join(directory.path, "..data_tmp"));
      await fs.rename(join(directory.path, "..data_tmp"), join(directory.path, "..data"));
    };
    await fs.symlink(join("..data", "linear"), join(directory.path, "linear"));
    await swapTo("..2026_01", [1, 2]);
    const registry = await open();
    expect(served(registry)).toEqual(["linear@1", "linear@2"]);
    await swapTo("..2026_02", [2, 3]);
    await fs.rm(join(directory.path, "..2026_01"), { recursive: true });
    expect(await refresh(registry)).toEqual(["loaded linear@3", "removed linear@1"]);
  });
});

describe("pins", () => {
  beforeEach(async () => {
    for (const version of [1, 2, 3]) await directory.add(version);
  });

  it("when a version is pinned, then it answers for its name and where none is named; others by their number", async () => {
    const registry = await open("linear@1");
    expect(answering(registry)).toBe("linear@1");
    expect(registry.current.byDefault?.id).toBe("linear@1");
    expect(registry.current.find({ name: "linear", version: 3 })?.id).toBe("linear@3");
    expect(served(registry)).toHaveLength(3);
  });

  it("when pins.json is written, changed and removed, then the name is rolled back, forward and set free", async () => {
    const registry = await open();
    await directory.pin({ linear: 1 });
    expect(await refresh(registry)).toEqual(["pinned linear@1"]);
    expect(answering(registry)).toBe("linear@1");
    await directory.pin({ linear: 2 });
    expect(await refresh(registry)).toEqual(["pinned linear@2"]);
    expect(registry.current.byDefault?.id).toBe("linear@2");
    await directory.unpin();
    expect(await refresh(registry)).toEqual(["pinned "]);
    expect(answering(registry)).toBe("linear@3");
  });

  it("when both pin a name, then the environment wins", async () => {
    await directory.pin({ linear: 2 });
    expect(answering(await open("linear@1"))).toBe("linear@1");
    expect(answering(await open())).toBe("linear@2");
  });

  it("when a pin cannot be met at start, then the start fails and says what there is", async () => {
    const there = "linear to version 9, which is not served. Served: linear@1, linear@2, linear@3.";
    await expect(open("linear@9")).rejects.toMatchObject({
      code: "PIN_NOT_SERVED",
      message: `MODEL_PIN pins ${there}`,
    });
    await directory.pin({ linear: 9 });
    await expect(open()).rejects.toThrow(there);
    await directory.pin("{");
    await expect(open()).rejects.toMatchObject({ code: "PINS_INVALID" });
  });

  it("when a pin cannot be met while running, then the former stays, until the version comes", async () => {
    await directory.pin({ linear: 1 });
    const registry = await open();
    await directory.pin({ linear: 4 });
    expect(await refresh(registry)).toEqual(["refused pins.json PIN_NOT_SERVED"]);
    expect(await refresh(registry)).toEqual([]);
    expect(answering(registry)).toBe("linear@1");
    await directory.add(4);
    expect(await refresh(registry)).toEqual(["loaded linear@4", "pinned linear@4"]);
  });

  it.each(["", "{", "[]", '{"linear": 0}', '{"linear": "1"}', '{"Linear!": 1}', "null"])(
    "when pins.json becomes '%s', then the former pins stay and that is told once",
    async (text) => {
      await directory.pin({ linear: 1 });
      const registry = await open();
      await directory.pin(text);
      expect(await refresh(registry)).toEqual(["refused pins.json PINS_INVALID"]);
      expect(await refresh(registry)).toEqual([]);
      expect(answering(registry)).toBe("linear@1");
    },
  );

  it("when a pinned version is removed, then it answers from memory until its pin moves", async () => {
    await directory.pin({ linear: 1 });
    const registry = await open();
    await directory.remove(1);
    expect(await refresh(registry)).toEqual(["refused pins.json PINNED_VERSION_REMOVED"]);
    expect(await refresh(registry)).toEqual([]);
    expect(answering(registry)).toBe("linear@1");
    await directory.pin({ linear: 9 });
    expect(await refresh(registry)).toEqual(["refused pins.json PIN_NOT_SERVED"]);
    expect(answering(registry)).toBe("linear@1");
    await directory.pin({ linear: 3 });
    expect(await refresh(registry)).toEqual(["removed linear@1", "pinned linear@3"]);
  });

  it("when pins.json cannot be read as a file, then the former pins stay", async () => {
    await directory.pin({ linear: 1 });
    const registry = await open();
    await directory.unpin();
    await fs.mkdir(join(directory.path, "pins.json"));
    expect(await refresh(registry)).toEqual(["refused pins.json PINS_INVALID"]);
    expect(answering(registry)).toBe("linear@1");
  });

  it.each([
    ["linear@1", [["linear", 1]]],
    [
      " linear@1 , spatial@12,",
      [
        ["linear", 1],
        ["spatial", 12],
      ],
    ],
    ["", []],
  ])("reads '%s'", (text, pins) => {
    expect([...(parsePins(text) ?? [])]).toEqual(pins);
  });

  it.each([
    "linear",
    "linear@",
    "linear@0",
    "linear@1.5",
    "linear@latest",
    "@1",
    "../x@1",
    "linear@1,linear@2",
  ])("refuses '%s'", (text) => {
    expect(parsePins(text)).toBeUndefined();
  });
});

describe("whatever happens to the directory", () => {
  const VERSIONS = [1, 2, 3];
  const version = fc.constantFrom(...VERSIONS);
  const step = fc.oneof(
    fc.record({ kind: fc.constantFrom("add", "remove", "damage", "truncate", "pin"), version }),
    fc.record({ kind: fc.constantFrom("unpin", "break the pins", "look"), version: fc.constant(0) }),
  );

  it("only proven versions are served, and a pin in force names one of them", async () => {
    const texts = new Map(VERSIONS.map((each) => [each, versionText(each)]));
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        await directory.delete();
        await directory.add(7);
        const registry = await open();
        const proven = new Map<string, string>();
        for (const { kind, version } of steps) {
          const text = texts.get(version) ?? "";
          if (kind === "add") await directory.overwrite(version, text);
          if (kind === "remove") await directory.remove(version);
          if (kind === "damage") await directory.overwrite(version, damaged(text));
          if (kind === "truncate") await directory.overwrite(version, text.slice(0, 999));
          if (kind === "pin") await directory.pin({ linear: version });
          if (kind === "unpin") await directory.unpin();
          if (kind === "break the pins") await directory.pin("{");
          if (kind !== "look") continue;
          await registry.refresh();
          for (const { id, sha256, file, description } of registry.current.models) {
            expect(proven.get(id) ?? sha256).toBe(sha256);
            proven.set(id, sha256);
            expect(description.intercept).toBe(JSON.parse(versionText(file.version)).estimator.intercept);
          }
          expect(served(registry)).toContain("linear@7");
          const pin = registry.current.pins.get("linear");
          if (pin !== undefined) expect(served(registry)).toContain(`linear@${pin}`);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe("the model that answers by default", () => {
  const chosen: string[] = [];
  const withChoice = {
    observer: { chosen: (model: Model, reason: string) => chosen.push(`${model.id} ${reason}`) },
  };

  it("when it is another one, then it is reported once, with the reason", async () => {
    await directory.add(1);
    const registry = await ModelRegistry.open(directory.path, withChoice);
    expect(chosen.splice(0)).toEqual(["linear@1 Answers by default: it is the newest version."]);
    await directory.add(2);
    await registry.refresh();
    await registry.refresh();
    expect(chosen.splice(0)).toEqual(["linear@2 Answers by default: it is the newest version."]);
    await directory.pin({ linear: 1 });
    await registry.refresh();
    expect(chosen.splice(0)).toEqual(["linear@1 Answers by default: linear is pinned to it."]);
    await directory.remove(2);
    await registry.refresh();
    expect(chosen).toEqual([]);
  });
});
