import { Socket } from "node:net";
import { Answer } from "../../../../src/connections/answer";
import { ByteBudget } from "../../../../src/connections/byte-budget";
import { Connections } from "../../../../src/connections/connections";
import { Request } from "../../../../src/connections/request";
import { RequestEnds } from "../../../../src/connections/request-end";
import { Turns } from "../../../../src/connections/turns";

const connections = new Connections({
  unreadAnswers: new ByteBudget(1000),
  bodies: new ByteBudget(1000),
});

function turns(maxHeld: number, handled: Answer[] = []): Turns {
  const made = new Turns(connections, new RequestEnds(), maxHeld);
  made.handle = (_request, answer) => {
    if (answer instanceof Answer) handled.push(answer);
  };
  return made;
}

/** Sends requests on a new connection. */
function send(to: Turns, count: number): Socket {
  const socket = new Socket();
  connections.open(socket);
  for (let index = 0; index < count; index++) {
    const request = new Request(socket);
    request.complete = true;
    to.take(new Answer(request));
  }
  return socket;
}

/** Lets the next request of each connection begin. */
const oneRound = () => new Promise((resolve) => setImmediate(resolve));

describe("Turns", () => {
  it("when several requests come in on one connection, then one is handled at a time", async () => {
    const handled: Answer[] = [];
    send(turns(10, handled), 3);
    await oneRound();
    expect(handled).toHaveLength(1);
    handled[0].emit("finish");
    // Not at once: other connections have their turn before.
    expect(handled).toHaveLength(1);
    await oneRound();
    expect(handled).toHaveLength(2);
    handled[1].emit("finish");
    await oneRound();
    expect(handled).toHaveLength(3);
  });

  it("when they come in on several connections, then each has one that is handled", () => {
    const handled: Answer[] = [];
    const to = turns(10, handled);
    for (let index = 0; index < 3; index++) send(to, 2);
    expect(handled).toHaveLength(3);
  });

  it("when more wait than there is room for, then the connection with the most of them is closed", () => {
    const to = turns(10);
    const [few, most] = [send(to, 3), send(to, 8)];
    expect([few.destroyed, most.destroyed]).toEqual([false, false]);
    const last = send(to, 4);
    expect([few.destroyed, most.destroyed, last.destroyed]).toEqual([false, true, false]);
  });

  it("when a connection was closed, then what waited on it makes room", async () => {
    const to = turns(10);
    const socket = send(to, 9);
    const connection = connections.of(socket);
    if (connection) to.drop(connection);
    expect(send(to, 9).destroyed).toBe(false);
  });
});
