import { endIfHeld, endProcess } from "../../../../model/file/end-process";
import { callsInProgress, withinTime } from "../../../../model/file/time-limit";

/** Thrown in the place of the end of the process. */
class Ended extends Error {}

let ended: unknown[];
let releases: (() => void)[];

/** Stands for ways to end a process; the last one must not return, as the real ones do not. */
beforeEach(() => {
  ended = [];
  releases = [];
  jest.spyOn(process, "exit").mockImplementation((code) => {
    ended.push(["exit", code]);
    throw new Ended();
  });
  jest.spyOn(process, "kill").mockImplementation((pid, signal) => {
    ended.push(["kill", pid, signal, process.listenerCount("SIGTERM")]);
    return true;
  });
  jest.spyOn(process, "abort").mockImplementation(() => {
    ended.push("abort");
    throw new Ended();
  });
});

afterEach(async () => {
  for (const release of releases) release();
  await new Promise(setImmediate);
  expect(callsInProgress()).toBe(0);
  jest.restoreAllMocks();
});

/** A call to a file system that does not return until the end of the test, or `release`. */
function hang(path: string): () => void {
  let release = () => {};
  const work = new Promise<void>((resolve) => {
    release = resolve;
  });
  releases.push(release);
  void withinTime(path, () => work);
  return release;
}

/** Lets the time of grace pass with the next look at the clock. */
function passGrace(by: number): void {
  const now = performance.now();
  jest
    .spyOn(performance, "now")
    .mockReturnValueOnce(now)
    .mockReturnValue(now + by);
}

describe("the end of a process", () => {
  it("is an exit with its code if no file system hangs", async () => {
    await expect(endProcess(3)).rejects.toThrow(Ended);

    expect(ended).toEqual([["exit", 3]]);
  });

  it("waits for a call that returns within the time of grace", async () => {
    const release = hang("slow");
    setTimeout(release, 20);
    await expect(endProcess(0)).rejects.toThrow(Ended);

    expect(ended).toEqual([["exit", 0]]);
  });

  it("is a signal that nobody handles, then an abort, if a call does not return in two seconds", async () => {
    hang("hung");
    const handler = () => {};
    process.on("SIGTERM", handler);
    passGrace(2_000);
    await expect(endProcess(0)).rejects.toThrow(Ended);

    expect(ended).toEqual([["kill", process.pid, "SIGTERM", 0], "abort"]);
  });
});

describe("the end of a process that may be held", () => {
  it("is left to the caller if nothing hangs", async () => {
    await endIfHeld();

    expect(ended).toEqual([]);
  });

  it("is not yet within two seconds", async () => {
    const release = hang("slow");
    passGrace(1_999);
    const waiting = endIfHeld();
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(ended).toEqual([]);
    release();
    await waiting;

    expect(ended).toEqual([]);
  });
});
