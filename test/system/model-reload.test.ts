import { damaged, ModelDirectory, versionText } from "../support/model-versions";
import { ServerProcess, until } from "../support/server-process";

const QUERY =
  "query ($model: ModelSelector) { predictHousePrice(input: {medInc: 3.5, aveRooms: 5, aveOccup: 2}, model: $model) { model { version } } }";

let directory: ModelDirectory;
let server: ServerProcess | undefined;

async function start(environment: NodeJS.ProcessEnv = {}): Promise<ServerProcess> {
  server = ServerProcess.spawn({ MODEL_DIR: directory.path, MODEL_POLL_MS: "50", ...environment });
  return server.ready();
}

/** The version that answers. */
async function answering(running: ServerProcess, model?: { name: string; version?: number }) {
  const { data } = await running.query(QUERY, { model });
  return data.predictHousePrice.model.version;
}

beforeEach(async () => {
  directory = await ModelDirectory.create();
  await directory.add(1);
});

afterEach(async () => {
  await server?.stop();
  server = undefined;
  await directory.delete();
});

describe("a running server", () => {
  it("when versions are added, pinned and removed, then it answers with them without a restart", async () => {
    const running = await start();
    expect(await answering(running)).toBe(1);

    await directory.add(2);
    await running.serves("linear@1", "linear@2");
    expect(await answering(running)).toBe(2);

    await directory.pin({ linear: 1 });
    await running.logged("pins loaded");
    expect(await answering(running)).toBe(1);
    expect(await answering(running, { name: "linear" })).toBe(1);
    expect(await answering(running, { name: "linear", version: 2 })).toBe(2);

    await directory.remove(2);
    await running.serves("linear@1");
    const { errors } = await running.query(QUERY, { model: { name: "linear", version: 2 } });
    expect(errors[0].message).toBe("There is no model linear@2. Available: linear@1.");
  });

  it("when a damaged version is dropped in, then it is logged once and never answers", async () => {
    const running = await start();
    await directory.add(2, damaged(versionText(2)));
    const line = JSON.parse(await running.logged("MODEL_CORRUPT"));
    expect(line).toMatchObject({ level: 40, path: directory.file(2) });
    await directory.add(3);
    await running.serves("linear@1", "linear@3");
    expect(running.lines.filter((each) => each.includes("MODEL_CORRUPT"))).toHaveLength(1);
  });

  it("when all models are removed, then it is not ready and says why, and recovers", async () => {
    const running = await start();
    await directory.remove(1);
    await until(async () => (await running.get("/readyz")).status === 503, "503");
    expect((await running.get("/healthz")).status).toBe(200);
    const { status, data, errors } = await running.query(QUERY);
    expect(status).toBe(503);
    expect(data).toBeNull();
    expect(errors[0].extensions).toEqual({ code: "MODEL_UNAVAILABLE" });
    expect((await running.query("{ models { name } }")).data).toEqual({ models: [] });
    expect((await running.query("{ modelInfo { name } }")).errors[0].extensions.code).toBe(
      "MODEL_UNAVAILABLE",
    );

    await directory.add(2);
    await running.serves("linear@2");
    expect(await answering(running)).toBe(2);
  });

  it("when it is told by SIGHUP, then it looks at once, also where it does not look by itself", async () => {
    const running = await start({ MODEL_POLL_MS: "0" });
    await directory.add(2);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await running.models()).toEqual(["linear@1"]);
    running.signal("SIGHUP");
    await running.serves("linear@1", "linear@2");
  });

  it("when two answers are asked for in one query by aliases, then both come from the same catalogue", async () => {
    const running = await start();
    await directory.add(2);
    await running.serves("linear@1", "linear@2");
    const input = "input: {medInc: 3.5, aveRooms: 5, aveOccup: 2}";
    const { data } = await running.query(`{
      old: predictHousePrice(${input}, model: {name: "linear", version: 1}) { predictedHousePrice }
      new: predictHousePrice(${input}, model: {name: "linear", version: 2}) { predictedHousePrice }
    }`);
    expect(data.new.predictedHousePrice - data.old.predictedHousePrice).toBeCloseTo(0.01, 12);
  });

  it("when it is told to end, then it ends while it looks for models", async () => {
    const running = await start({ MODEL_POLL_MS: "1" });
    running.signal("SIGTERM");
    expect(await running.ended()).toBe(0);
  });
});

describe("a server that cannot start", () => {
  it.each([
    [
      { MODEL_PIN: "linear@9" },
      "PIN_NOT_SERVED: MODEL_PIN pins linear to version 9, which is not served. Served: linear@1.",
    ],
    [{ MODEL_PIN: "linear" }, 'CONFIG_INVALID: MODEL_PIN is "linear", but it must pin each name once'],
    [{ MODEL_POLL_MS: "-1" }, 'CONFIG_INVALID: MODEL_POLL_MS is "-1", but it must be a whole number'],
    [{ MODEL_DIR: "test/unit" }, "NO_MODEL: There is no model in test/unit"],
  ])("when it is given %p, then it ends and says so", async (environment, message) => {
    server = ServerProcess.spawn({ MODEL_DIR: directory.path, ...environment });
    expect(await server.ended()).toBe(1);
    expect(await server.logged(message)).toBeDefined();
  });
});
