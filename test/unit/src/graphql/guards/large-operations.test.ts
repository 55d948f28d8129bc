import { EventEmitter } from "node:events";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { FastifyRequest } from "fastify";
import { GraphQLError } from "graphql";
import { LargeOperations } from "../../../../../src/graphql/guards/large-operations";

class FakeSocket extends EventEmitter {
  destroyed = false;
  leave() {
    this.destroyed = true;
    this.emit("close");
  }
}

function requestOf(socket: FakeSocket, headers: Record<string, string> = {}): FastifyRequest {
  return Object.assign(Object.create(null), { headers, raw: { socket } });
}

/** Enters, and notes in `log` when it may run. */
function enter(operations: LargeOperations, name: string, log: string[], socket = new FakeSocket()) {
  const entered = operations.enter(requestOf(socket));
  entered.then(() => log.push(name)).catch(() => log.push(`${name} refused`));
  return { entered, socket };
}

async function codeOf(entered: Promise<unknown>): Promise<unknown> {
  const error: unknown = await entered.then(() => undefined).catch((reason: unknown) => reason);
  return error instanceof GraphQLError ? error.extensions.code : error;
}

describe("large operations", () => {
  it("when several come, then each runs when the one before it has left, in their order", async () => {
    const operations = new LargeOperations();
    const log: string[] = [];
    const all = ["a", "b", "c"].map((name) => enter(operations, name, log).entered);
    for (const [index, entered] of all.entries()) {
      const leave = await entered;
      await nextTurn();
      expect(log).toEqual(["a", "b", "c"].slice(0, index + 1));
      leave();
    }
  });

  it("when a client that waits leaves, then its place goes to the next one", async () => {
    const operations = new LargeOperations();
    const log: string[] = [];
    const first = enter(operations, "first", log);
    const second = enter(operations, "second", log);
    const third = enter(operations, "third", log);
    const leave = await first.entered;
    second.socket.leave();
    expect(await codeOf(second.entered)).toBe("OVERLOADED");
    leave();
    await third.entered;
    expect(log).toEqual(["first", "second refused", "third"]);
    expect(third.socket.listenerCount("close")).toBe(0);
  });

  it("when a client has left before its turn is asked for, then nothing runs for it", async () => {
    const operations = new LargeOperations();
    const socket = new FakeSocket();
    socket.leave();
    expect(await codeOf(operations.enter(requestOf(socket)))).toBe("OVERLOADED");
    await operations.enter(requestOf(new FakeSocket()));
  });

  it("when eight wait, then the next is refused with 503, and told when to come again", async () => {
    const operations = new LargeOperations();
    const log: string[] = [];
    const leave = await enter(operations, "running", log).entered;
    const waiting = Array.from({ length: 8 }, (_, i) => enter(operations, String(i), log));
    const refused = await operations.enter(requestOf(new FakeSocket())).catch((error: unknown) => error);
    expect(refused).toMatchObject({
      extensions: { code: "OVERLOADED", http: { status: 503, headers: new Map([["retry-after", "1"]]) } },
    });
    // A place that becomes free is taken again.
    leave();
    await waiting[0].entered;
    expect(await Promise.race([codeOf(enter(operations, "late", log).entered), nextTurn("waits")])).toBe(
      "waits",
    );
  });

  it.each([
    ["with its length", { "content-length": "3000000" }],
    ["in chunks", { "transfer-encoding": "chunked" }],
  ])("when large bodies wait that came %s, then fewer may wait", async (_, headers) => {
    const operations = new LargeOperations();
    await operations.enter(requestOf(new FakeSocket()));
    const codes = Array.from({ length: 8 }, () =>
      Promise.race([codeOf(operations.enter(requestOf(new FakeSocket(), headers))), nextTurn("waits")]),
    );
    const results = await Promise.all(codes);
    expect(results.filter((code) => code === "waits").length).toBeLessThan(5);
    expect(results.at(-1)).toBe("OVERLOADED");
  });
});
