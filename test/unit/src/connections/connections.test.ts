import { Socket } from "node:net";
import { ByteBudget } from "../../../../src/connections/byte-budget";
import { Connections } from "../../../../src/connections/connections";

let connections: Connections;

beforeEach(() => {
  connections = new Connections({ unreadAnswers: new ByteBudget(10), bodies: new ByteBudget(10) });
});

const open = () => connections.open(new Socket());

describe("the connections", () => {
  it("are known by their sockets", () => {
    const connection = open();
    expect(connections.of(connection.socket)).toBe(connection);
    expect(connections.of(new Socket())).toBeUndefined();
  });

  it("are in the order of their last changes", () => {
    const [a, b, c] = [open(), open(), open()];
    expect([connections.size, ...connections]).toEqual([3, a, b, c]);
    connections.changed(a);
    expect([...connections]).toEqual([b, c, a]);
    connections.close(c);
    expect([connections.size, ...connections]).toEqual([2, b, a]);
  });

  it("when one is closed, then it stays so, whatever changes", () => {
    const connection = open();
    connections.close(connection);
    connections.close(connection);
    connections.changed(connection);
    expect([connections.size, connection.socket.destroyed]).toEqual([0, true]);
  });

  it("when one is closed, then what it held is free again", () => {
    const [a, b, c] = [open(), open(), open()];
    for (const holding of [a.unread, a.body]) holding.add(10);
    connections.close(a);
    for (const holding of [b.unread, b.body, c.unread, c.body]) holding.add(5);
    expect([b.socket.destroyed, c.socket.destroyed]).toEqual([false, false]);
  });

  it("do not drain at the start", () => {
    expect(connections.draining).toBe(false);
  });
});
