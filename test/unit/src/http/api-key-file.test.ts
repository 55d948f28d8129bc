import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ApiKeyFile } from "../../../../src/http/api-key-file";
import { refusalOf } from "../../../support/refusal";
import { temporaryDirectory } from "../../../support/temporary-directory";

const HASH = "0123456789abcdef".repeat(4);

let path: string;
let file: ApiKeyFile;

beforeEach(async () => {
  path = join(await temporaryDirectory(), "keys");
  file = new ApiKeyFile(path);
});

/** The keys of a text, as names and hashes. */
async function keysOf(text: string) {
  await writeFile(path, text);
  return (await file.readChanged())?.map(({ name, hash }) => [name, hash.toString("hex")]);
}

describe("a file of API keys", () => {
  it("has a key a line; empty lines and comments are skipped", async () => {
    const text = `# keys\r\n\r\n  anna:${HASH}  \rben@x.org-1_y:${HASH.toUpperCase()}\n\t\n#ben:${HASH}`;
    expect(await keysOf(text)).toEqual([
      ["anna", HASH],
      ["ben@x.org-1_y", HASH],
    ]);
  });

  it("may have several keys of one name, or none at all", async () => {
    const other = HASH.replaceAll("0", "f");
    expect(await keysOf(`a:${HASH}\na:${other}\n`)).toEqual([
      ["a", HASH],
      ["a", other],
    ]);
    expect(await keysOf("")).toEqual([]);
  });

  it.each([
    ["no colon", HASH],
    ["no name", `:${HASH}`],
    ["a name with a blank", `a b:${HASH}`],
    ["a long name", `${"a".repeat(65)}:${HASH}`],
    ["a short hash", `a:${HASH.slice(1)}`],
    ["a long hash", `a:${HASH}0`],
    ["no hexadecimal digit", `a:${HASH.slice(1)}g`],
  ])("when a line has %s, then its number is told, and not the line", async (_what, line) => {
    await writeFile(path, `# keys\n${"a".repeat(64)}:${HASH}\n${line}`);
    const { code, message } = await refusalOf(() => file.readChanged());
    expect([code, message]).toEqual([
      "API_KEYS_INVALID",
      `Line 3 of ${path} is not name:sha256 with 64 hexadecimal digits; make one with "npm run make-key -- NAME".`,
    ]);
  });

  it("when it does not exist, then that is told", async () => {
    const { code, message } = await refusalOf(() => file.readChanged());
    expect([code, message]).toEqual(["API_KEYS_INVALID", `API_KEYS_FILE ${path} does not exist (ENOENT).`]);
  });

  it("when it is larger than a megabyte, then it is not read", async () => {
    await writeFile(path, "#".repeat(1024 * 1024));
    expect(await file.readChanged()).toEqual([]);
    await writeFile(path, "#".repeat(1024 * 1024 + 1));
    expect((await refusalOf(() => file.readChanged())).code).toBe("API_KEYS_INVALID");
  });
});

describe("a file of API keys that is read again", () => {
  it("when it is the same, then there is no news; when it has changed, then there are its keys", async () => {
    expect(await keysOf(`a:${HASH}`)).toHaveLength(1);
    expect(await file.readChanged()).toBeUndefined();
    expect(await keysOf(`a:${HASH}`)).toBeUndefined();
    expect(await keysOf(`a:${HASH}\nb:${HASH}`)).toHaveLength(2);
  });

  it("when it has not changed for a while, then its text is not looked at", async () => {
    jest.spyOn(Date, "now").mockReturnValue(Date.now() + 10_000);
    try {
      expect(await keysOf(`a:${HASH}`)).toHaveLength(1);
      expect(await file.readChanged()).toBeUndefined();
      expect(await keysOf(`b:${HASH}`)).toEqual([["b", HASH]]);
    } finally {
      jest.restoreAllMocks();
    }
  });
});
