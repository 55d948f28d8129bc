import { execFile } from "node:child_process";
import { appendFile, cp, readdir, readFile, readlink, stat, symlink, utimes } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type NodeProcess, startNode } from "../support/node-process";
import { temporaryDirectory } from "../support/temporary-directory";
import { eventually } from "../support/waiting";

const BUILD = "scripts/build.mjs";
const INPUTS = [
  ...[
    "src",
    "schema",
    "model",
    "training",
    "export",
    "cli",
    "data",
    "examples",
    "scripts",
    "web",
    "codegen.ts",
  ],
  ...[".swcrc", "package.json", "package-lock.json", "tsconfig.json"],
];

/** A checkout without dist/, in a folder whose path has blanks and letters that are not ASCII. */
async function checkout(): Promise<string> {
  const root = join(await temporaryDirectory(), "Häuser in Kalifornien");
  for (const name of INPUTS) await cp(name, join(root, name), { recursive: true });
  await symlink(resolve("node_modules"), join(root, "node_modules"));
  return root;
}

/** Runs a command in a checkout to its end, and gives what it printed. */
function run(root: string, command: string, args: readonly string[]): Promise<string> {
  return new Promise((done, fail) => {
    execFile(command, args, { cwd: root }, (error, stdout) => (error ? fail(error) : done(stdout)));
  });
}

const build = (root: string) => run(root, process.execPath, [BUILD]);
const keyOf = (root: string) => readlink(join(root, "dist"));

/** Changes what a source says, without a change of what the program does. */
async function change(root: string, source: string, mark: string): Promise<void> {
  await appendFile(join(root, source), `\nexport const ${mark} = "${mark}";\n`);
}

const compiled = (root: string) => readFile(join(root, "dist/model/errors.js"), "utf8");

describe("when two commands start at once without a build", () => {
  it("both succeed, on a path with blanks and other letters too, and one build is left", async () => {
    const root = await checkout();
    const models = () => run(root, "npm", ["run", "--silent", "models"]);
    const [one, other] = await Promise.all([models(), models()]);
    expect(one).toContain("linear");
    expect(other).toBe(one);
    expect(await readdir(join(root, ".dist"))).toHaveLength(1);
  });
});

describe("when there is a build", () => {
  let root: string;

  beforeAll(async () => {
    root = await checkout();
    await build(root);
  });

  it("and no content has changed, then nothing is written, whatever the times say", async () => {
    const now = new Date();
    await utimes(join(root, "model/errors.ts"), now, now);
    const places = ["", ".dist", "dist", "dist/.built"].map((path) => join(root, path));
    const times = () => Promise.all(places.map(async (path) => (await stat(path)).mtimeMs));
    const before = await times();
    await build(root);
    expect(await times()).toEqual(before);
  });

  it.each([
    ["its date is older than the build's", "model/errors.ts", new Date("2001-01-01"), "OLD"],
    ["the build's date is in the future", "dist/.built", new Date("2101-01-01"), "LATER"],
  ])("and a source has changed, but %s, then it is built again", async (_what, dated, time, mark) => {
    await change(root, "model/errors.ts", mark);
    await utimes(join(root, dated), time, time);
    await build(root);
    expect(await compiled(root)).toContain(mark);
  });

  it("and a source goes back to what it was, then so does the build", async () => {
    const [before, text] = [await keyOf(root), await readFile("src/welcome.ts")];
    await change(root, "src/welcome.ts", "MARK");
    await build(root);
    expect(await keyOf(root)).not.toBe(before);
    await cp("src/welcome.ts", join(root, "src/welcome.ts"));
    expect(await readFile(join(root, "src/welcome.ts"))).toEqual(text);
    await build(root);
    expect(await keyOf(root)).toBe(before);
  });

  it("and the next one is killed on its way, then the commands still find the old one, and the next one is whole", async () => {
    const before = await keyOf(root);
    await change(root, "model/errors.ts", "KILLED");
    const killed = startNode([join(root, BUILD)]);
    await eventually(async () => ((await drafts(root)).length > 0 ? true : undefined));
    killed.child.kill("SIGKILL");
    expect(await killed.ended).toMatchObject({ signal: "SIGKILL" });
    expect(await keyOf(root)).toBe(before);
    expect(await run(root, process.execPath, ["dist/cli/models.js"])).toContain("linear");
    await build(root);
    expect(await compiled(root)).toContain("KILLED");
  });

  it("and dist is a copy without a link, then it is used while it is current, and replaced afterwards", async () => {
    const copied = await checkout();
    await cp(join(root, await keyOf(root)), join(copied, "dist"), { recursive: true });
    await build(copied);
    expect(await keyOf(copied)).toMatch(/^\.dist.[0-9a-f]{16}$/);
    expect((await stat(join(copied, "dist/server/main.mjs"))).isFile()).toBe(true);
  });
});

describe("when it is built again while a server runs", () => {
  it("the server still finds the files that it has not loaded yet, and starts workers of its own build", async () => {
    const root = await checkout();
    await build(root);
    const environment = {
      PORT: "0",
      WORKERS: "2",
      NODE_ENV: "production",
      MODEL_DIR: resolve("model/trained"),
    };
    const server = startNode([join(root, "dist/server/main.mjs")], environment);
    const url = await eventually(() => /Server listening at (http:[^"]+)/.exec(server.stdout())?.[1]);
    await eventually(() => (listeners(server).length === 2 ? true : undefined));

    const startedFrom = await keyOf(root);
    await change(root, "src/main.ts", "FIRST");
    await build(root);
    // What is loaded when it is first needed: a worker would answer 500.
    expect((await fetch(`${url}/models`)).status).toBe(200);
    expect(await (await fetch(`${url}/metrics`)).text()).toContain("house_price_workers 2");

    const [killed] = listeners(server);
    process.kill(killed, "SIGKILL");
    await eventually(() => (listeners(server).length === 3 ? true : undefined));
    if (process.platform !== "linux") return;
    const commandLine = await readFile(`/proc/${listeners(server)[2]}/cmdline`, "utf8");
    expect(commandLine).toContain(startedFrom);
  });
});

async function drafts(root: string): Promise<string[]> {
  return (await readdir(join(root, ".dist"))).filter((name) => name.startsWith("draft-"));
}

/** The processes that have begun to listen, in their order. */
function listeners(server: NodeProcess): number[] {
  return server
    .stdout()
    .split("\n")
    .filter((line) => line.endsWith("}") && line.includes("Server listening at "))
    .map((line) => Number(JSON.parse(line).pid));
}
