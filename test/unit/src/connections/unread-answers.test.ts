import { Socket } from "node:net";
import { Connection } from "../../../../src/connections/connection";
import { UnreadAnswers } from "../../../../src/connections/unread-answers";

/** A connection whose client has left so many bytes of an answer. */
function withUnread(answers: UnreadAnswers, bytes: number): Connection {
  const socket = new Socket();
  Object.defineProperty(socket, "writableLength", { value: bytes });
  const connection = new Connection(socket, answers);
  answers.add(connection);
  return connection;
}

const closed = (...connections: Connection[]) => connections.map(({ socket }) => socket.destroyed);

describe("UnreadAnswers", () => {
  it("when answers are within the budget, then no connection is closed", () => {
    const answers = new UnreadAnswers(100);
    const [a, b] = [withUnread(answers, 60), withUnread(answers, 40)];
    expect(closed(a, b)).toEqual([false, false]);
  });

  it("when they exceed it, then the connections whose answers are oldest are closed, and no more than need be", () => {
    const answers = new UnreadAnswers(100);
    const [a, b, c] = [60, 30, 50].map((bytes) => withUnread(answers, bytes));
    expect(closed(a, b, c)).toEqual([true, false, false]);
    const d = withUnread(answers, 90);
    expect(closed(b, c, d)).toEqual([true, true, false]);
  });

  it("when an answer was taken, then it does not count any more", () => {
    const answers = new UnreadAnswers(100);
    const a = withUnread(answers, 60);
    answers.remove(a);
    const [b, c] = [withUnread(answers, 60), withUnread(answers, 40)];
    expect(closed(a, b, c)).toEqual([false, false, false]);
  });

  it("when one answer alone exceeds the budget, then its client may read it", () => {
    const answers = new UnreadAnswers(100);
    expect(closed(withUnread(answers, 1000))).toEqual([false]);
  });
});
