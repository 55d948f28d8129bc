import { callsInProgress, withinTime } from "../../../../model/file/time-limit";

/** A call that ends when it is told to. */
function openCall() {
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { end, work: () => ended };
}

describe("calls with a time limit", () => {
  it("give what the work gives, or throw what it throws", async () => {
    await expect(withinTime("a", async () => 1)).resolves.toBe(1);
    await expect(withinTime("a", () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  });

  it("run two at a time, the others in turn", async () => {
    const calls = ["a", "b", "c", "d"].map((path) => ({ path, ...openCall() }));
    const started: string[] = [];
    const results = calls.map(({ path, work }) =>
      withinTime(path, () => {
        started.push(path);
        return work();
      }),
    );
    expect(started).toEqual(["a", "b"]);
    calls[1].end();
    await results[1];
    expect(started).toEqual(["a", "b", "c"]);
    for (const { end } of calls) end();
    await Promise.all(results);
    expect(started).toEqual(["a", "b", "c", "d"]);
  });

  it("are given up, and their paths refused at once until they return", async () => {
    const hung = openCall();
    await expect(withinTime("hung", hung.work, 10)).rejects.toMatchObject({ rule: "time" });
    expect(callsInProgress()).toBe(1);
    const again = jest.fn();
    await expect(withinTime("hung", again)).rejects.toMatchObject({ rule: "time" });
    expect(again).not.toHaveBeenCalled();
    await expect(withinTime("other", async () => "read")).resolves.toBe("read");

    const second = openCall();
    await expect(withinTime("second", second.work, 10)).rejects.toMatchObject({ rule: "time" });
    await expect(withinTime("third", again)).rejects.toMatchObject({ rule: "time" });
    expect(again).not.toHaveBeenCalled();

    hung.end();
    second.end();
    await hung.work();
    await new Promise(setImmediate);
    expect(callsInProgress()).toBe(0);
    await expect(withinTime("hung", async () => "read")).resolves.toBe("read");
  });

  it("that waited too long for their turn are never begun", async () => {
    const calls = [openCall(), openCall()];
    const running = calls.map(({ work }, i) => withinTime(String(i), work));
    const late = jest.fn();
    await expect(withinTime("late", late, 10)).rejects.toMatchObject({ rule: "time" });
    for (const { end } of calls) end();
    await Promise.all(running);
    await expect(withinTime("next", async () => "read")).resolves.toBe("read");
    expect(late).not.toHaveBeenCalled();
  });

  it("tell the work that they are given up", async () => {
    const work = (signal: AbortSignal) =>
      new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
    await expect(withinTime("a", work, 10)).rejects.toMatchObject({ rule: "time" });
    await new Promise(setImmediate);
    expect(callsInProgress()).toBe(0);
  });
});
