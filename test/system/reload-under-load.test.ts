import { setTimeout as sleep } from "node:timers/promises";
import { expectedOf, Load } from "../support/load";
import { damaged, ModelDirectory, versionText } from "../support/model-versions";
import { ServerProcess, until } from "../support/server-process";

const RATE = 500;
const SECONDS = Number(process.env.LOAD_SECONDS ?? 20);
const ADDED = Array.from({ length: 20 }, (_, i) => i + 2);
const ALL = [1, ...ADDED];
const BROKEN = [101, 102, 103];

let directory: ModelDirectory;
let server: ServerProcess;
let load: Load;

beforeAll(async () => {
  directory = await ModelDirectory.create();
  await directory.add(1);
  server = await ServerProcess.spawn({ MODEL_DIR: directory.path, MODEL_POLL_MS: "100" }).ready();
  // The first requests of a process are slow, whatever happens to its models.
  for (let i = 0; i < 500; i++) await server.query("{ models { version } }");
  load = Load.fork();
});

afterAll(async () => {
  load?.end();
  await server?.stop();
  await directory.delete();
});

it(
  `when 20 versions come, are pinned and go under ${RATE} requests a second, then every answer is right`,
  async () => {
    const end = Date.now() + SECONDS * 1000;
    const pause = (SECONDS * 1000 * 0.8) / (2 * ADDED.length);
    load.tell({ kind: "start", expectations: { url: server.graphqlUrl, rate: RATE, ...expectedOf(ALL) } });

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
