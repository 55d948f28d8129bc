import { Answer } from "../../../../src/connections/answer";
import { ByteBudget } from "../../../../src/connections/byte-budget";
import { Connection } from "../../../../src/connections/connection";
import { type Refusal, refusalText } from "../../../../src/connections/refusal";
import { Request } from "../../../../src/connections/request";
import { Wire } from "../../../support/wire";

const LATE: Refusal = { status: 408, code: "REQUEST_TIMEOUT" };

let wire: Wire;
let connection: Connection;

beforeEach(() => {
  wire = new Wire();
  const budget = new ByteBudget(1000);
  connection = new Connection(wire, { unreadAnswers: budget, bodies: budget });
});

/** An answer to a request that has arrived in full, or not yet. */
function answer(complete: boolean): Answer {
  const request = new Request(wire);
  request.complete = complete;
  return new Answer(request);
}

describe("a connection", () => {
  it.each([
    ["without a request", undefined, 0, true, true],
    ["whose request is incomplete", false, 0, false, true],
    ["whose request is answered", true, 0, false, false],
    ["with another request, which waits", undefined, 1, false, false],
    ["with an incomplete one and one that waits", false, 1, false, false],
  ])("%s: current %s, held %d", (_what, current, held, isIdle, waitsForClient) => {
    if (current !== undefined) connection.current = answer(current);
    for (let i = 0; i < held; i++) connection.held.push(answer(true));
    expect([connection.isIdle, connection.waitsForClient]).toEqual([isIdle, waitsForClient]);
  });

  it("has holdings of its own, in their budgets", () => {
    connection.unread.add(3);
    connection.body.add(4);
    expect([connection.unread.bytes, connection.body.bytes, connection.unread.socket]).toEqual([3, 4, wire]);
  });
});

describe("a connection that is paused", () => {
  it("when Node.js resumes it, then it stays paused while requests wait", () => {
    connection.held.push(answer(true));
    connection.pause();
    wire.resume();
    wire.emit("resume");
    expect(wire.isPaused()).toBe(true);
    connection.held.pop();
    connection.resume();
    wire.emit("resume");
    expect(wire.isPaused()).toBe(false);
  });

  it("when it is refused, then nothing resumes it", () => {
    connection.pause();
    connection.refusal = LATE;
    connection.resume();
    expect(wire.isPaused()).toBe(true);
    wire.resume();
    wire.emit("resume");
    expect(wire.isPaused()).toBe(true);
  });

  it("when it is paused again, then it is listened to once", () => {
    const before = wire.listenerCount("resume");
    for (let time = 0; time < 3; time++) connection.pause();
    expect(wire.listenerCount("resume")).toBe(before + 1);
  });
});

describe("a refusal", () => {
  it("is sent, and the connection closed", () => {
    connection.sayRefusal(LATE);
    expect([wire.text, wire.destroyed, connection.statusWithoutResponse]).toEqual([
      refusalText(LATE),
      true,
      408,
    ]);
  });

  it("when the client hung up, then the status stays that of an abandoned request", () => {
    connection.sayRefusal({ ...LATE, abandoned: true });
    expect([wire.destroyed, connection.statusWithoutResponse]).toEqual([true, 499]);
  });

  it("when a response has begun, then it is not sent after it", () => {
    connection.current = answer(false);
    connection.current.assignSocket(wire);
    connection.current.flushHeaders();
    const begun = wire.text;
    connection.sayRefusal(LATE);
    expect([wire.text.startsWith(begun), wire.text.includes("408"), wire.destroyed]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it("when a response has not begun, then it is sent in its place", () => {
    connection.current = answer(false);
    connection.sayRefusal(LATE);
    expect(wire.text).toBe(refusalText(LATE));
  });

  it("when the socket is closed, then nothing is written", () => {
    wire.destroy();
    connection.sayRefusal(LATE);
    expect(wire.text).toBe("");
  });
});
