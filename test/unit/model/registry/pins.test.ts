import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PINS_FILE, parsePins, readPinsFile } from "../../../../model/registry/pins";
import { temporaryDirectory } from "../../../support/temporary-directory";

describe("pins in a variable", () => {
  it.each([
    ["linear@1", { linear: 1 }],
    ["linear@1,spatial@2", { linear: 1, spatial: 2 }],
    [" linear@1 , spatial@2 ,", { linear: 1, spatial: 2 }],
    ["", {}],
  ])("are names and versions: %j", (text, pins) => {
    expect(Object.fromEntries(parsePins(text) ?? [["malformed", 0]])).toEqual(pins);
  });

  it.each([
    "linear",
    "linear@",
    "linear@0",
    "linear@01",
    "linear@1;spatial@2",
    "linear@1,linear@2",
    "a b@1",
    "@1",
  ])("are not %j", (text) => {
    expect(parsePins(text)).toBeUndefined();
  });
});

describe("pins in a file", () => {
  async function pinsOf(text: string) {
    const folder = await temporaryDirectory();
    await writeFile(join(folder, PINS_FILE), text);
    return Object.fromEntries(await readPinsFile(folder));
  }

  it("are an object of names and versions", async () => {
    expect(await pinsOf('{"linear": 1, "spatial": 2}')).toEqual({ linear: 1, spatial: 2 });
    expect(await pinsOf("{}")).toEqual({});
  });

  it("are none where there is no file", async () => {
    expect((await readPinsFile(await temporaryDirectory())).size).toBe(0);
  });

  it.each([
    "",
    "{",
    "null",
    "[]",
    "[1]",
    '{"linear": "1"}',
    '{"linear": 0}',
    '{"linear": 1.5}',
    '{"a b": 1}',
  ])("are not %j", async (text) => {
    await expect(pinsOf(text)).rejects.toMatchObject({
      code: "PINS_INVALID",
      message: expect.stringMatching(
        /pins\.json is not an object of model names and versions, such as \{"linear": 1\}\.$/,
      ),
    });
  });

  it("are refused where they cannot be read, or are too large", async () => {
    const folder = await temporaryDirectory();
    await mkdir(join(folder, PINS_FILE));
    await expect(readPinsFile(folder)).rejects.toMatchObject({ code: "PINS_INVALID" });
    await expect(pinsOf(`{"linear": 1}${" ".repeat(64 * 1024)}`)).rejects.toMatchObject({
      code: "PINS_INVALID",
    });
  });
});
