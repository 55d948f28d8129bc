import { execFileSync } from "node:child_process";
import fs from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { FileRefused } from "../../../../model/file/file-refused";
import {
  type FileRules,
  listFolders,
  MAX_ENTRIES,
  readBytes,
  readText,
} from "../../../../model/file/read-file";
import { temporaryDirectory } from "../../../support/temporary-directory";

let directory: string;
let outside: string;

beforeEach(async () => {
  const scratch = await temporaryDirectory();
  directory = join(scratch, "models");
  outside = join(scratch, "models-of-others");
  await fs.mkdir(directory);
  await fs.mkdir(outside);
  await fs.writeFile(join(outside, "secret"), "secret");
});

afterEach(() => jest.restoreAllMocks());

const at = (name: string) => join(directory, name);
const read = (name: string, rules: Partial<FileRules> = {}) =>
  readBytes(at(name), { maxBytes: 1000, within: directory, ...rules });

/** Expects the refusal of a file; gives its message. */
async function refusal(reading: Promise<unknown>, rule: string): Promise<string> {
  const error = await reading.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(error instanceof FileRefused)) throw new Error(`not refused: ${error}`);
  expect(error.rule).toBe(rule);
  return error.message;
}

describe("a regular file", () => {
  it.each([0, 1, 999, 1000])("of %i bytes is read to its end", async (size) => {
    const bytes = Buffer.alloc(size, "x");
    await fs.writeFile(at("file"), bytes);
    expect(await read("file")).toEqual(bytes);
  });

  it("of several pieces is read whole", async () => {
    const bytes = Buffer.from(Uint8Array.from({ length: 300_000 }, (_, i) => i % 251));
    await fs.writeFile(at("file"), bytes);
    expect(await read("file", { maxBytes: 300_000 })).toEqual(bytes);
  });

  it("that does not exist is undefined, in a folder that does not exist or is a file, too", async () => {
    await fs.writeFile(at("file"), "");
    for (const name of ["none", "none/none", "file/none"]) expect(await read(name)).toBeUndefined();
    expect(await readBytes(at("none"), { maxBytes: 1, within: at("none") })).toBeUndefined();
  });

  it.each(["name\nof two lines", "\u001b[31mred", "ünïcode ☃", "..data", " "])(
    "may have the name %j",
    async (name) => {
      await fs.writeFile(at(name), "odd");
      expect(String(await read(name))).toBe("odd");
    },
  );
});

describe("a file that is too large", () => {
  it.each([1001, 2 ** 33])("of %i bytes is refused unread", async (size) => {
    await fs.writeFile(at("file"), "");
    await fs.truncate(at("file"), size);
    expect(await refusal(read("file"), "size")).toBe(
      `${at("file")} is too large: the maximum is 1000 bytes.`,
    );
  });

  it("is refused where it grows while it is read", async () => {
    await fs.writeFile(at("file"), "x".repeat(500));
    const handle = await fs.open(at("file"));
    const prototype = Object.getPrototypeOf(handle);
    await handle.close();
    const { read: readPiece } = prototype;
    jest.spyOn(prototype, "read").mockImplementation(async function (this: unknown, ...args: unknown[]) {
      await fs.appendFile(at("file"), "x".repeat(400));
      return readPiece.apply(this, args);
    });
    await refusal(read("file"), "size");
  });

  it("is refused where its size is not known, as that of a pipe", async () => {
    execFileSync("mkfifo", [at("pipe")]);
    const keeper = await fs.open(at("pipe"), fs.constants.O_RDWR);
    await keeper.write("x".repeat(2000));
    await refusal(read("pipe", { allowPipe: true, within: undefined }), "size");
    await keeper.close();
  });
});

describe("what is not a regular file", () => {
  it("is refused, and a FIFO holds nothing up", async () => {
    execFileSync("mkfifo", [at("fifo")]);
    await fs.mkdir(at("folder"));
    await fs.symlink("/dev/zero", at("zero"));
    await fs.symlink("fifo", at("link"));
    const server = createServer().listen(at("socket"));
    await new Promise((resolve) => server.once("listening", resolve));
    const kinds = {
      fifo: "a pipe",
      link: "a pipe",
      folder: "a directory",
      zero: "a device",
      socket: "a socket",
    };
    for (const [name, kind] of Object.entries(kinds)) {
      expect(await refusal(read(name), "kind")).toBe(`${at(name)} is ${kind}: it must be a regular file.`);
    }
    server.close();
  });

  it("is refused where the path leads to it only once it is opened", async () => {
    await fs.writeFile(at("file"), "");
    execFileSync("mkfifo", [at("fifo")]);
    const { open } = fs;
    jest.spyOn(fs, "open").mockImplementationOnce((_path, ...rest) => open(at("fifo"), ...rest));
    await refusal(read("file"), "kind");
  });
});

describe("a link", () => {
  it.each([
    ["to a file beside it", "file"],
    ["to a file in another folder", "folder/../file"],
    ["through another link", "link"],
    ["by an absolute path", ""],
  ])("%s is followed inside of the directory", async (_what, target) => {
    await fs.writeFile(at("file"), "content");
    await fs.mkdir(at("folder"));
    await fs.symlink("file", at("link"));
    await fs.symlink(target || at("file"), at("first"));
    expect(String(await read("first"))).toBe("content");
  });

  it("may be the directory itself", async () => {
    await fs.writeFile(at("file"), "content");
    await fs.symlink(directory, `${directory}-link`);
    const path = join(`${directory}-link`, "file");
    expect(String(await readBytes(path, { maxBytes: 10, within: `${directory}-link` }))).toBe("content");
  });

  it("may be the directory that is switched to its next release meanwhile", async () => {
    await fs.writeFile(at("file"), "content");
    jest.spyOn(fs, "realpath").mockResolvedValueOnce(outside);
    expect(String(await read("file"))).toBe("content");
  });

  it.each([
    ["to a file elsewhere", () => fs.symlink("/etc/passwd", at("way"))],
    ["to a file in a folder whose name begins alike", () => fs.symlink(join(outside, "secret"), at("way"))],
    ["to the folder above", () => fs.symlink(join("..", "models-of-others", "secret"), at("way"))],
    [
      "through a folder",
      async () => {
        await fs.symlink(outside, at("folder"));
        await fs.symlink(join("folder", "secret"), at("way"));
      },
    ],
  ])("%s is refused", async (_what, link) => {
    await link();
    expect(await refusal(read("way", { maxBytes: 100_000 }), "place")).toBe(
      `${at("way")} leads out of ${directory}: a link must stay inside it; put a copy there instead.`,
    );
  });

  it("that is exchanged between the check and the opening is refused", async () => {
    await fs.writeFile(at("file"), "harmless");
    const { open } = fs;
    jest.spyOn(fs, "open").mockImplementationOnce((_path, ...rest) => open(join(outside, "secret"), ...rest));
    await refusal(read("file"), "place");
  });

  it("that is exchanged is refused on systems that do not tell the path of an open file, too", async () => {
    jest.spyOn(fs, "readlink").mockRejectedValue(Object.assign(new Error(), { code: "ENOENT" }));
    await fs.writeFile(at("file"), "harmless");
    expect(String(await read("file"))).toBe("harmless");
    const { open } = fs;
    jest.spyOn(fs, "open").mockImplementationOnce((_path, ...rest) => open(join(outside, "secret"), ...rest));
    await refusal(read("file"), "place");
  });

  it("in a circle, or to nothing, is refused", async () => {
    await fs.symlink("circle", at("circle"));
    await fs.symlink("none", at("nowhere"));
    expect(await refusal(read("circle"), "system")).toContain("(ELOOP)");
    expect(await refusal(read("nowhere"), "system")).toBe(`${at("nowhere")} is a broken link.`);
  });

  it("may lead anywhere where the file is bound to no directory, as a mounted secret does", async () => {
    await fs.symlink(join(outside, "secret"), at("way"));
    expect(String(await read("way", { within: undefined }))).toBe("secret");
  });
});

describe("a pipe", () => {
  it("is read to its end where that is allowed, however slowly it comes", async () => {
    execFileSync("mkfifo", [at("pipe")]);
    const keeper = await fs.open(at("pipe"), fs.constants.O_RDWR);
    const reading = read("pipe", { allowPipe: true, within: undefined });
    await keeper.write("first, ");
    await keeper.write("second");
    const bytes = await new Promise<Buffer | undefined>((resolve) => {
      setTimeout(() => void keeper.close(), 50);
      void reading.then(resolve);
    });
    expect(String(bytes)).toBe("first, second");
  });

  it("whose writer never ends is given up", async () => {
    execFileSync("mkfifo", [at("pipe")]);
    const keeper = await fs.open(at("pipe"), fs.constants.O_RDWR);
    const reading = read("pipe", { allowPipe: true, within: undefined, timeLimitMs: 50 });
    expect(await refusal(reading, "time")).toContain("did not respond in time");
    await keeper.close();
  });
});

describe("a text", () => {
  const text = (name: string) => readText(at(name), { maxBytes: 1000, within: directory });

  it("is read with a byte order mark or without", async () => {
    await fs.writeFile(at("with"), "\ufefftext");
    await fs.writeFile(at("without"), "text");
    expect([await text("with"), await text("without"), await text("none")]).toEqual([
      "text",
      "text",
      undefined,
    ]);
  });

  it("in another encoding is refused by its name", async () => {
    await fs.writeFile(at("utf-16"), Buffer.from("\ufeff{}", "utf16le"));
    await fs.writeFile(at("gzip"), gzipSync("{}"));
    expect(await refusal(text("utf-16"), "encoding")).toBe(
      `${at("utf-16")} is UTF-16 (little-endian): save it as UTF-8.`,
    );
    expect(await refusal(text("gzip"), "encoding")).toMatch(/gzip/);
  });
});

describe("a listing", () => {
  const list = (name: string) => listFolders(at(name), { within: directory });

  it("has the folders and the links, and no files", async () => {
    await fs.mkdir(at("folder"));
    await fs.writeFile(at("file"), "");
    await fs.symlink("folder", at("link"));
    execFileSync("mkfifo", [at("fifo")]);
    expect((await list(""))?.sort()).toEqual(["folder", "link"]);
  });

  it("of what does not exist, or is a file, is undefined", async () => {
    await fs.writeFile(at("file"), "");
    expect([await list("none"), await list("file")]).toEqual([undefined, undefined]);
  });

  it("of a folder elsewhere is refused", async () => {
    await fs.symlink(outside, at("link"));
    await refusal(list("link"), "place");
  });

  it("of too many entries is refused", async () => {
    await fs.mkdir(at("many"));
    for (let i = 0; i <= MAX_ENTRIES; i++) await fs.link(join(outside, "secret"), at(`many/${i}`));
    expect(await refusal(list("many"), "size")).toBe(
      `${at("many")} has too many entries: a folder may have at most ${MAX_ENTRIES}.`,
    );
  });
});
