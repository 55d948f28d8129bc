import { type ChildProcess, execFile, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { buildSchema, parse, validate } from "graphql";
import { blocksOf, type MarkdownBlock } from "../support/markdown-blocks";
import { differenceFromShown } from "../support/resembles";
import { dockerSucceeds, PROJECT } from "./docker";

const ORIGIN = "http://localhost:4000";

/** What needs an account at a registry, or a cluster: test/e2e/kubernetes.test.ts and stack.test.ts check what is deployed. */
const NEEDS_ACCOUNT_OR_CLUSTER = /^(docker (login|push|pull|stack|swarm)|kubectl)\b/;

/** What takes the port that a server of an earlier block has. */
const TAKES_PORT = /npm start|docker compose up|docker run/;

/** In the order in which a newcomer reads them. */
const PAGES = ["README.md", "docs/GUIDE.md", "docs/COMMANDS.md", "docs/CLIENTS.md", "docs/CONTAINERS.md"];

// CI runs the commands under "Test it" by themselves, this test among them. YAML configures other programs.
const pages = PAGES.map((page) => ({
  page,
  blocks: blocksOf(readFileSync(join(PROJECT, page), "utf8")).filter(
    ({ heading, language }) => heading !== "Test it" && language !== "yaml",
  ),
}));
const directory = mkdtempSync(join(tmpdir(), "house-price-readme-"));

let server: ChildProcess | undefined;
/** What the last block printed or answered, for the JSON that a page shows behind it. */
let answer: unknown;

beforeAll(() => {
  // As `git clone` gives them, and what is not committed yet.
  const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "-z"], {
    cwd: PROJECT,
  });
  for (const file of files.toString().split("\0").filter(Boolean))
    cpSync(join(PROJECT, file), join(directory, file));
});

afterAll(async () => {
  await stopServer();
  dockerSucceeds([
    "compose",
    "--project-directory",
    directory,
    "--profile",
    "tools",
    "down",
    "--volumes",
    "--rmi",
    "all",
  ]);
  rmSync(directory, { recursive: true, force: true });
});

describe.each(pages)("$page, pasted block by block", ({ blocks }) => {
  test.each(
    blocks.map((block, i) => [`${i + 1}, ${block.heading}: ${block.text.split("\n")[0]}`, block] as const),
  )(
    "block %s",
    async (_name, block) => {
      if (block.language === "sh") await runShell(block);
      else if (block.language === "graphql") answer = await ask(block.text);
      else if (block.language === "json")
        expect(differenceFromShown(JSON.parse(block.text), answer)).toBeUndefined();
      else checkOperations(block);
    },
    900_000,
  );
});

async function runShell({ text }: MarkdownBlock): Promise<void> {
  const lines = text.split("\n").filter((line) => !NEEDS_ACCOUNT_OR_CLUSTER.test(line));
  if (TAKES_PORT.test(text)) await stopServer();
  const isServer = (line: string) => line.endsWith("npm start");
  const script = lines.filter((line) => !isServer(line)).join("\n");
  const { stdout } = await promisify(execFile)("bash", ["-euo", "pipefail", "-c", script], {
    cwd: directory,
    maxBuffer: 2 ** 28,
  });
  answer = stdout.trim().startsWith("{") ? JSON.parse(stdout) : stdout;
  const command = lines.find(isServer);
  if (command) await startServer(command);
}

async function startServer(command: string): Promise<void> {
  const child = spawn("bash", ["-c", command], { cwd: directory, stdio: "ignore", detached: true });
  server = child;
  // An installation takes as long as it takes: the test's own time limit ends the wait.
  while ((await fetch(`${ORIGIN}/readyz`).catch(() => undefined))?.status !== 200) {
    if (child.exitCode !== null) throw new Error(`"${command}" ended with ${child.exitCode}.`);
    await sleep(200);
  }
}

/** As Ctrl-C does. */
async function stopServer(): Promise<void> {
  if (server?.pid === undefined) return;
  const ended = once(server, "exit");
  process.kill(-server.pid, "SIGINT");
  await ended;
  server = undefined;
}

async function ask(query: string): Promise<unknown> {
  const response = await fetch(`${ORIGIN}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
  const body = JSON.parse(await response.text());
  expect(body.errors).toBeUndefined();
  return body;
}

/** The operations in a block of TypeScript fit the schema. */
function checkOperations({ text }: MarkdownBlock): void {
  const schema = buildSchema(readFileSync(join(PROJECT, "schema/schema.graphql"), "utf8"));
  const operations = [...text.matchAll(/gql\(?`([^`]*)`/g)].map(([, operation]) => operation);
  expect(operations).not.toEqual([]);
  for (const operation of operations) expect(validate(schema, parse(operation))).toEqual([]);
}
