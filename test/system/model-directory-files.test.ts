import { execFileSync } from "node:child_process";
import { truncateSync } from "node:fs";
import fs from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { damaged, ModelDirectory, versionText } from "../support/model-versions";
import { ServerProcess } from "../support/server-process";
import { temporaryDirectory } from "../support/temporary-directory";

/** Puts something at a path. */
type Make = (path: string) => unknown;

const mkfifo: Make = (path) => execFileSync("mkfifo", [path]);
const circle: Make = (path) => fs.symlink(basename(path), path);
const linkTo =
  (target: string): Make =>
  (path) =>
    fs.symlink(target, path);
const write =
  (content: string | Buffer): Make =>
  (path) =>
    fs.writeFile(path, content);
const sparse =
  (bytes: number): Make =>
  async (path) => {
    await fs.writeFile(path, "");
    truncateSync(path, bytes);
  };
const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, "utf16le");

/** What is no file to read, whatever it is for: what it is, how it is made, and how it is refused. */
const NEVER_READ: readonly [what: string, make: Make, says: RegExp][] = [
  ["a FIFO", mkfifo, /is a pipe: it must be a regular file/],
  ["a directory", (path) => fs.mkdir(path), /is a directory: it must be a regular file/],
  ["a link to /dev/zero", linkTo("/dev/zero"), /is a device: it must be a regular file/],
  ["a link to a file elsewhere", linkTo("/etc/passwd"), /leads out of .*: a link must stay inside it/],
  ["a link in a circle", circle, /cannot be read \(ELOOP\)/],
  ["a file of 14 MB", write("x".repeat(14_000_000)), /is too large: the maximum is \d+ bytes/],
  ["a sparse file of 8 GB", sparse(2 ** 33), /is too large: the maximum is \d+ bytes/],
];

const PINS: typeof NEVER_READ = [
  ...NEVER_READ,
  ["a link to nothing", linkTo("none"), /is a broken link/],
  ["UTF-16", write(utf16('{"linear": 1}')), /is UTF-16 \(little-endian\): save it as UTF-8/],
  ["gzip", write(gzipSync('{"linear": 1}')), /gzip/],
  ["deep nesting", write("[".repeat(60_000)), /is not an object of model names and versions/],
];

const MODELS: typeof NEVER_READ = [
  ...NEVER_READ,
  ["UTF-16", write(utf16(versionText(2))), /is UTF-16 \(little-endian\): save it as UTF-8/],
  ["deep nesting", write("[".repeat(1_000_000)), /at most 16 levels of nesting/],
  ["a million values", write(`[${"0,".repeat(1_000_000)}0]`), /at most 250000 values/],
  ["a damaged copy", write(damaged(versionText(2))), /does not match its checksum/],
];

let directory: ModelDirectory;
let server: ServerProcess;

/** Waits until a version that is added now is served: whatever lay in the directory before was looked at. */
async function looked(version: number): Promise<void> {
  await directory.add(version);
  await server.logged(`"model":"linear@${version}"`);
}

/** Makes something elsewhere, and puts it in its place all at once. */
async function putInPlace(path: string, make: Make): Promise<void> {
  const draft = join(directory.path, ".draft", basename(path));
  await fs.mkdir(dirname(draft), { recursive: true });
  await make(draft);
  const entry = entryOf(path);
  if (entry !== path) await fs.rm(entry, { recursive: true, force: true });
  await fs.rename(entry === path ? draft : dirname(draft), entry);
}

/** What is added to the directory and removed from it: of a version its folder, since one without its file is a complaint of its own. */
function entryOf(path: string): string {
  return dirname(path) === directory.path ? path : dirname(path);
}

const complaints = (path: string) =>
  server.lines.filter((line) => line.includes('"level":40') && line.includes(path));

describe("while the server runs", () => {
  let version = 10;

  beforeAll(async () => {
    directory = await ModelDirectory.create();
    await directory.add(1);
    server = await ServerProcess.spawn({ MODEL_DIR: directory.path, MODEL_POLL_MS: "50" }).ready();
  });

  afterAll(async () => {
    await server.stop();
    await directory.delete();
  });

  const cases = (file: string, code: string, list: typeof NEVER_READ) =>
    list.map(([what, make, says]) => ({ file, code, what, make, says }));

  it.each([...cases("pins.json", "PINS_INVALID", PINS), ...cases("linear/2/model.json", "MODEL_", MODELS)])(
    "$file that is $what is refused in one line, and all goes on",
    async ({ file, code, make, says }) => {
      server.lines.length = 0;
      const path = join(directory.path, file);
      await putInPlace(path, make);
      await server.logged(path);
      await looked(++version);
      await looked(++version);
      const lines = complaints(path);
      await fs.rm(entryOf(path), { recursive: true });
      await looked(++version);
      expect(lines).toHaveLength(1);
      const { msg, code: told } = JSON.parse(lines[0]);
      expect(msg).toMatch(says);
      expect(told).toContain(code);
      expect(msg.length).toBeLessThan(1000);
      const { data } = await server.query('{ modelInfo(model: {name: "linear", version: 1}) { version } }');
      expect(data).toEqual({ modelInfo: { version: 1 } });
    },
  );

  it.each<[string, Make]>([
    ["a FIFO", mkfifo],
    ["a file", write("")],
    ["a link to nothing", linkTo("none")],
    ["an empty folder", (path) => fs.mkdir(path)],
  ])("%s in place of a model's folder is skipped", async (_what, make) => {
    server.lines.length = 0;
    const path = join(directory.path, "other");
    await make(path);
    await looked(++version);
    expect(complaints(`${path}/`)).toEqual([]);
    await fs.rm(path, { recursive: true });
  });

  it("pins.json with a byte order mark is read, also by a link inside of the directory", async () => {
    await fs.writeFile(join(directory.path, ".pins"), '\ufeff{"linear": 1}');
    await fs.symlink(".pins", join(directory.path, "pins.json"));
    await server.logged('"pins":{"linear":1}');
    await fs.rm(join(directory.path, "pins.json"));
  });

  const CARDS: readonly [what: string, make: Make, status: number, says: RegExp][] = [
    ["a FIFO", mkfifo, 404, /it is not a regular file/],
    ["a directory", (path) => fs.mkdir(path), 404, /it is not a regular file/],
    ["a link to /dev/zero", linkTo("/dev/zero"), 404, /it is not a regular file/],
    ["a link to /etc/passwd", linkTo("/etc/passwd"), 404, /it is outside the model directory/],
    ["a file of 14 MB", write("x".repeat(14_000_000)), 404, /it is too large/],
    ["a link in a circle", circle, 503, /the system cannot read it/],
  ];
  const TEXTS: typeof CARDS = [["UTF-16", write(utf16("# Card")), 404, /it is not UTF-8 text/]];
  const files = (list: typeof CARDS, file: string, path: string) =>
    list.map(([what, make, status, says]) => ({ what, make, status, says, file, path }));

  it.each([
    ...files([...CARDS, ...TEXTS], "card.md", "/models/linear/1"),
    ...files(CARDS, "coverage.svg", "/models/linear/1/coverage.svg"),
  ])("$file that is $what is not shown", async ({ make, status, says, file, path }) => {
    const place = join(directory.path, "linear", "1", file);
    await make(place);
    const { status: answered, body } = await server.get(path);
    await fs.rm(place, { recursive: true });
    expect(answered).toBe(status);
    expect(body).toMatchObject({ errors: [{ extensions: { code: "CARD_UNREADABLE" } }] });
    expect(JSON.stringify(body)).toMatch(says);
    expect(JSON.stringify(body)).not.toContain(directory.path);
  });

  it("a card by a link inside of the directory, with a byte order mark, is shown", async () => {
    await fs.writeFile(join(directory.path, ".card"), "\ufeff# A card");
    await fs.symlink("../../.card", join(directory.path, "linear", "1", "card.md"));
    const page = await (await server.send("/models/linear/1")).text();
    expect(page).toContain("<title>A card</title>");
  });

  it("SIGTERM ends it, with a FIFO in place of each file", async () => {
    for (const file of ["pins.json", "linear/1/coverage.svg", "linear/2/model.json"]) {
      const path = join(directory.path, file);
      await fs.mkdir(join(path, ".."), { recursive: true });
      mkfifo(path);
    }
    await server.logged("pins.json is a pipe");
    server.signal("SIGTERM");
    expect(await server.ended()).toBe(0);
  });
});

describe("when the server starts", () => {
  beforeEach(async () => {
    directory = await ModelDirectory.create();
    await directory.add(1);
  });
  afterEach(async () => {
    await server.stop();
    await directory.delete();
  });

  const someOf = PINS.filter(([what]) => /FIFO|zero|elsewhere|UTF-16/.test(what));
  it.each(someOf)("with pins.json that is %s, it ends with one sentence", async (_what, make, says) => {
    const path = join(directory.path, "pins.json");
    await make(path);
    server = ServerProcess.spawn({ MODEL_DIR: directory.path, LOG_LEVEL: "silent" });
    expect(await server.ended()).toBe(1);
    expect(server.lines).toHaveLength(1);
    expect(server.lines[0]).toContain(`PINS_INVALID: ${path} `);
    expect(server.lines[0]).toMatch(says);
  });
});

describe("when a file system hangs", () => {
  let hanging: NodeJS.ProcessEnv;

  beforeEach(async () => {
    directory = await ModelDirectory.create();
    await directory.add(1);
    const HANGING_FIFO = join(await temporaryDirectory(), "fifo");
    mkfifo(HANGING_FIFO);
    hanging = {
      MODEL_DIR: directory.path,
      MODEL_POLL_MS: "50",
      HANGING_PATH: "pins.json",
      HANGING_FIFO,
      NODE_OPTIONS: `--require ${resolve("test/support/hanging-file-system.cjs")}`,
    };
  });
  afterEach(async () => {
    await server.stop();
    await directory.delete();
  });

  it("at the start, then the server says so and ends", async () => {
    await directory.pin({ linear: 1 });
    server = ServerProcess.spawn(hanging);
    await server.ended();
    expect(server.lines.at(-1)).toBe(
      `PINS_INVALID: ${directory.path}/pins.json cannot be read: its file system did not respond in time.`,
    );
  });

  it("at the start, then SIGTERM ends the server at once", async () => {
    await directory.pin({ linear: 1 });
    server = ServerProcess.spawn({ ...hanging, HANGING_PATH: "model.json" });
    await server.logged("did not respond in time");
    server.signal("SIGTERM");
    await server.ended();
  });

  it("while it runs, then the pins before stay in force, that is told once, and SIGTERM ends it", async () => {
    server = await ServerProcess.spawn(hanging).ready();
    await directory.pin({ linear: 1 });
    await server.logged("pins.json cannot be read: its file system did not respond in time.");
    await looked(2);
    await looked(3);
    expect(complaints("pins.json")).toHaveLength(1);
    expect(await server.models()).toEqual(["linear@1", "linear@2", "linear@3"]);
    server.signal("SIGTERM");
    await server.ended();
  });

  it("while it runs, then SIGTERM ends it before the time limit as well", async () => {
    server = await ServerProcess.spawn({ ...hanging, DRAIN_GRACE_MS: "0", DRAIN_MS: "1000" }).ready();
    await directory.pin({ linear: 1 });
    await directory.add(2);
    await directory.add(3);
    server.signal("SIGTERM");
    await server.ended();
    expect(server.lines.join("\n")).not.toContain("did not respond in time");
  });
});
