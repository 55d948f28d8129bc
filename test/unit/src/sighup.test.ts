import { closeSync, openSync } from "node:fs";
import { onSighup } from "../../../src/sighup";

jest.mock("node:fs", () => ({
  ...jest.requireActual("node:fs"),
  openSync: jest.fn(),
  closeSync: jest.fn(),
}));

const open = jest.mocked(openSync);

/** Gives the process a terminal, or takes it away. */
function setTerminal(isThere: boolean): void {
  open.mockImplementation((path) => {
    expect(path).toBe("/dev/tty");
    if (!isThere) throw new Error("ENXIO");
    return 42;
  });
}

let reloads: number;
let kill: jest.SpyInstance;
let stop: () => void;

beforeEach(() => {
  reloads = 0;
  kill = jest.spyOn(process, "kill").mockReturnValue(true);
});
afterEach(() => {
  stop();
  kill.mockRestore();
});

/** Starts to listen where there is a terminal or none. */
function start(hasTerminal: boolean): void {
  setTerminal(hasTerminal);
  stop = onSighup(() => reloads++);
}

describe("SIGHUP", () => {
  it.each([
    [true, true],
    [false, false],
    [false, true],
  ])(
    "when the terminal was there at the start: %s, and is now: %s, then the server reloads",
    (before, now) => {
      start(before);
      setTerminal(now);
      process.emit("SIGHUP", "SIGHUP");
      process.emit("SIGHUP", "SIGHUP");
      expect([reloads, kill.mock.calls]).toEqual([2, []]);
    },
  );

  it("when the terminal is gone, then the signal has its default effect", () => {
    start(true);
    setTerminal(false);
    const listeners = process.listenerCount("SIGHUP");
    process.emit("SIGHUP", "SIGHUP");
    expect([reloads, kill.mock.calls]).toEqual([0, [[process.pid, "SIGHUP"]]]);
    expect(process.listenerCount("SIGHUP")).toBe(listeners - 1);
  });

  it("when it is no longer listened to, then nothing happens", () => {
    start(true);
    stop();
    process.emit("SIGHUP", "SIGHUP");
    expect(reloads).toBe(0);
  });

  it("the terminal is closed again, whenever it was looked for", () => {
    jest.mocked(closeSync).mockClear();
    start(true);
    expect(jest.mocked(closeSync).mock.calls).toEqual([[42]]);
  });
});
