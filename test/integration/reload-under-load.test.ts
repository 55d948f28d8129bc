import { type ChildProcess, fork } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { FEATURE_COUNT, writeRow } from "../../model/features";
import { verifyModel } from "../../model/read-model";
import type { Command, Expectations, LoadReport, Reply } from "../support/load-generator";
import { damaged, ModelDirectory, versionText } from "../support/model-versions";
import { ServerProcess, until } from "../support/server-process";

const RATE = 500;
const SECONDS = Number(process.env.LOAD_SECONDS ?? 20);
const ADDED = Array.from({ length: 20 }, (_, i) => i + 2);
const ALL = [1, ...ADDED];
const BROKEN = [101, 102, 103];

const INPUTS = Array.from({ length: 40 }, (_, i) => ({
  medInc: 0.5 + i * 0.3,
  aveRooms: 2 + (i % 7) * 0.9,
  aveOccup: 1 + (i % 5) * 0.7,
}));

/** What each version computes, by the model itself. */
function expectations(url: string): Expectations {
  const versions = ALL.map((version) => {
    const model = verifyModel(Buffer.from(versionText(version)), `linear@${version}`);
    const predictions = INPUTS.map((input) => {
      const row = new Float64Array(FEATURE_COUNT);
      writeRow(input, row);
      return model.predict(row);
    });
    return [version, { sha256: model.sha256, predictions }];
  });
  return { url, rate: RATE, inputs: INPUTS, versions: Object.fromEntries(versions) };
}

/** The load generator, told by messages. */
class Load {
  private readonly replies: Reply[] = [];

  constructor(private readonly child: ChildProcess) {
    child.on("message", (reply: Reply) => this.replies.push(reply));
  }

  tell(command: Command): void {
    this.child.send(command);
  }

  /** Stops asking for a version by its number; done once no such request is open. */
  async forget(version: number): Promise<void> {
    this.tell({ kind: "forget", version });
    await until(
      () => this.replies.find((reply) => reply.kind === "forgotten" && reply.version === version),
      `the last answer of ${version}`,
    );
  }

  async stop(): Promise<LoadReport> {
    this.tell({ kind: "stop" });
    const reply = await until(() => this.replies.find((each) => each.kind === "report"), "the report");
    if (reply.kind !== "report") throw new Error(reply.kind);
    return reply.report;
  }
}

let directory: ModelDirectory;
let server: ServerProcess;
let child: ChildProcess;

beforeAll(async () => {
  directory = await ModelDirectory.create();
  await directory.add(1);
  server = await ServerProcess.spawn({ MODEL_DIR: directory.path, MODEL_POLL_MS: "100" }).ready();
  // The first requests of a process are slow, whatever happens to its models.
  for (let i = 0; i < 500; i++) await server.query("{ models { version } }");
  child = fork("test/support/load-generator.ts", {
    execArgv: ["--require", "./test/support/swc-require.cjs"],
  });
});

afterAll(async () => {
  child?.kill();
  await server?.stop();
  await directory.delete();
});

it(
  `when 20 versions come, are pinned and go under ${RATE} requests a second, then every answer is right`,
  async () => {
    const load = new Load(child);
    const end = Date.now() + SECONDS * 1000;
    const pause = (SECONDS * 1000 * 0.8) / (2 * ADDED.length);
    load.tell({ kind: "start", expectations: expectations(server.graphqlUrl) });

    for (const version of ADDED) {
      await directory.add(version);
      await until(async () => (await server.models()).includes(`linear@${version}`), `version ${version}`);
      load.tell({ kind: "ask", version });
      if (version === 6) await directory.add(101, damaged(versionText(101)));
      if (version === 7) await directory.overwrite(102, versionText(102).slice(0, 1000));
      if (version === 8) await directory.overwrite(102, versionText(102).slice(0, 2000));
      if (version === 9) await directory.add(103, versionText(3));
      if (version === 10) await directory.overwrite(5, damaged(versionText(5)));
      await sleep(pause);
    }
    for (const pinned of [1, 11, 1]) {
      await directory.pin({ linear: pinned });
      await server.logged(`"pins":{"linear":${pinned}}`);
      await sleep(pause);
    }
    await directory.pin('{"linear": ');
    await server.logged("PINS_INVALID");
    await directory.unpin();
    await server.logged('"pins":{}');
    for (const version of ADDED) {
      await load.forget(version);
      await directory.remove(version);
      await until(
        async () => !(await server.models()).includes(`linear@${version}`),
        `no version ${version}`,
      );
      await sleep(pause);
    }
    await sleep(Math.max(0, end - Date.now()));
    const { latency, ...report } = await load.stop();
    console.info(`${report.sent} requests; latency in ms:`, latency);

    expect(report.failures).toEqual([]);
    expect(report).toMatchObject({ failed: 0, answered: report.sent });
    expect(report.sent).toBeGreaterThanOrEqual(RATE * SECONDS * 0.99);
    expect(Object.keys(report.predictions).map(Number)).toEqual(ALL);
    expect(await server.models()).toEqual(["linear@1"]);
    for (const broken of [...BROKEN, 5]) {
      expect(server.lines.some((line) => line.includes(`linear/${broken}/model.json`))).toBe(true);
    }
  },
  120_000 + SECONDS * 1000,
);
