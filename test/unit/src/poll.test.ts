import { setTimeout as sleep } from "node:timers/promises";
import { poll } from "../../../src/poll";

describe("polling", () => {
  it("looks again and again, until it is stopped", async () => {
    const stop = new AbortController();
    let looks = 0;
    await poll(
      async () => {
        if (++looks === 3) stop.abort();
      },
      1,
      stop.signal,
    );
    expect(looks).toBe(3);
  });

  it("when a look takes long, then no other one begins", async () => {
    const stop = new AbortController();
    const events: string[] = [];
    await poll(
      async () => {
        events.push("begin");
        await sleep(10);
        events.push("end");
        if (events.length === 6) stop.abort();
      },
      1,
      stop.signal,
    );
    expect(events).toEqual(["begin", "end", "begin", "end", "begin", "end"]);
  });

  it("when it is stopped while it waits, then it ends at once, without a look", async () => {
    const stop = new AbortController();
    const look = jest.fn();
    const polling = poll(look, 1_000_000, stop.signal);
    stop.abort();
    await polling;
    expect(look).not.toHaveBeenCalled();
  });

  it("when it is stopped before, then it does not begin", async () => {
    const look = jest.fn();
    await poll(look, 1, AbortSignal.abort());
    expect(look).not.toHaveBeenCalled();
  });
});
