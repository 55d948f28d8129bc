import { setImmediate as turn } from "node:timers/promises";
import { abortOnSignal } from "../../../cli/abort-on-signal";

afterEach(() => {
  jest.restoreAllMocks();
});

describe("when a signal comes while there is work", () => {
  it("lets the work tidy up first, and ends by the same signal then", async () => {
    const events: string[] = [];
    jest.spyOn(process, "kill").mockImplementation((_pid, signal) => {
      events.push(`killed by ${signal}`);
      return true;
    });
    const work = abortOnSignal(async (signal) => {
      process.emit("SIGTERM", "SIGTERM");
      await turn();
      events.push(signal.aborted ? "tidied up" : "went on");
      signal.throwIfAborted();
    });
    await expect(work).rejects.toThrow("aborted");
    expect(events).toEqual(["tidied up", "killed by SIGTERM"]);
  });
});

describe("when no signal comes", () => {
  it("gives what the work gives, and listens no longer", async () => {
    const before = process.listenerCount("SIGINT");
    expect(await abortOnSignal(async () => process.listenerCount("SIGINT"))).toBe(before + 1);
    expect(process.listenerCount("SIGINT")).toBe(before);
  });
});
