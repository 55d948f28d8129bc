import { freePort } from "../support/free-port";
import { temporaryDirectory } from "../support/temporary-directory";
import { eventually } from "../support/waiting";
import { buildImage, copyWithNewModel } from "./build-image";
import { docker, PROJECT, removeImages, uniqueName } from "./docker";
import { SwarmStack } from "./swarm-stack";

const RATE = 300;
const HELD = 5;

/** The newest version of `linear`, of any features. */
const QUERY = `{ predictHousePrice(
  input: {
    medInc: 3.5, houseAge: 41, aveRooms: 5, aveBedrms: 1, population: 322, aveOccup: 2, latitude: 37.88, longitude: -122.23
  }, model: { name: "linear" }
) { predictedHousePrice model { name version } } }`;

/** What the program in swarm/caller.mjs counts. */
interface Counts {
  readonly seconds: number;
  readonly sent: number;
  readonly answered: number;
  readonly models: Readonly<Record<string, number>>;
  /** By address. */
  readonly lost: Readonly<Record<string, number>>;
  /** Of the first losses. */
  readonly reasons: readonly string[];
  readonly inFlightAtLoss: Readonly<Record<string, number>>;
}

const name = uniqueName();
const first = `${name}:1.0.0-linear.2`;
const nextServer = `${name}:1.0.1-linear.2`;
const nextModel = `${name}:1.0.0-linear.3`;
let stack: SwarmStack;
let caller: string;

async function counts(path = "", init?: RequestInit): Promise<Counts> {
  const response = await fetch(`${caller}/${path}`, init);
  return JSON.parse(await response.text());
}

function lossesOf({ lost, reasons }: Counts) {
  return { lost, reasons };
}

/** Waits until three healthy servers of an image run, and no other. */
async function runs(image: string) {
  return eventually(() => {
    const { servers } = stack;
    const right = servers.length === 3 && servers.every((each) => each.healthy && each.image === image);
    return right ? servers : undefined;
  });
}

/** Waits for answers to as many requests as are sent in a second. */
async function requestsLater(): Promise<Counts> {
  const { answered } = await counts();
  return eventually(async () => {
    const now = await counts();
    return now.answered >= answered + RATE ? now : undefined;
  });
}

describe("a swarm of three replicas, at 300 requests a second", () => {
  beforeAll(async () => {
    const context = await temporaryDirectory();
    copyWithNewModel(context);
    const [server, models] = [`${name}-server`, `${name}-models`];
    buildImage(server, { options: ["--target", "server"] });
    buildImage(models, { context, options: ["--target", "models"], args: { VERSION: "linear.3" } });
    buildImage(first, { args: { VERSION: "1.0.0-linear.2" } });
    buildImage(nextServer, { args: { VERSION: "1.0.1-linear.2" } });
    buildImage(nextModel, {
      context,
      args: { SERVER: server, MODELS: models, VERSION: "1.0.0-linear.3" },
    });
    const port = String(await freePort());
    caller = `http://127.0.0.1:${port}`;
    stack = new SwarmStack(name, ["deploy/swarm/stack.yml", "test/e2e/swarm/caller.yml"], {
      ...{ ENDPOINT_MODE: "dnsrr", PORT_MODE: "host", PORT: "0" },
      ...{ CALLER_IMAGE: first, CALLER_FILE: `${PROJECT}/test/e2e/swarm/caller.mjs`, CALLER_PORT: port },
      ...{ RATE: String(RATE), BODY: JSON.stringify({ query: QUERY }) },
    });
    stack.deploy(first);
    await runs(first);
    // The caller starts when it likes, and counts from the first address that it finds.
    await eventually(async () => ((await counts().catch(() => undefined))?.answered ? true : undefined));
  });

  afterAll(() => {
    stack.remove();
    removeImages(name);
  });

  // Before the updates: soon after one, the swarm takes a dead task for a failure of the update, and rolls back.
  test("when a replica is killed, then only the requests in flight there are lost, and another one replaces it", async () => {
    const [victim] = stack.servers;
    if (!victim) throw new Error("no server runs");
    const address = stack.addressOf(victim.id);
    await counts(`hold?address=${address}&count=${HELD}`, { method: "POST" });
    docker(["kill", victim.id]);
    await eventually(() => (stack.servers.some(({ id }) => id === victim.id) ? undefined : true));
    await runs(first);

    const { lost, inFlightAtLoss } = await requestsLater();
    expect(Object.keys(lost)).toEqual([address]);
    expect(lost[address]).toBeGreaterThanOrEqual(HELD);
    expect(lost[address]).toBeLessThanOrEqual(inFlightAtLoss[address] ?? 0);
  });

  test("when a new tag is deployed, then no request is lost", async () => {
    const before = await counts();
    stack.deploy(nextServer);
    await runs(nextServer);
    const after = await requestsLater();
    expect(lossesOf(after)).toEqual(lossesOf(before));
    expect(Object.keys(after.models)).toEqual(["linear@2"]);
    expect(stack.updateState).not.toContain("rollback");
  });

  test("when it is rolled back, then no request is lost", async () => {
    const before = await counts();
    stack.rollBack();
    await runs(first);
    expect(lossesOf(await requestsLater())).toEqual(lossesOf(before));
    expect(stack.updateState).toContain("rollback");
  });

  test("when an image with a new model is deployed, then no request is lost, and the new model answers", async () => {
    const before = await counts();
    stack.deploy(nextModel);
    await runs(nextModel);
    const updated = await requestsLater();
    const after = await requestsLater();
    expect(lossesOf(after)).toEqual(lossesOf(before));
    expect(after.models["linear@2"]).toBe(updated.models["linear@2"]);
    expect(after.models["linear@3"]).toBeGreaterThan(updated.models["linear@3"] ?? 0);
  });

  test("in all, as many requests were sent as said, and each was answered or lost", async () => {
    const { seconds, sent, answered, lost } = await counts();
    expect(sent / seconds).toBeGreaterThan(0.95 * RATE);
    // The rest is in flight.
    const allLost = Object.values(lost).reduce((sum, each) => sum + each, 0);
    expect(sent - answered - allLost).toBeLessThan(RATE);
  });
});
