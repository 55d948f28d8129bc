import { Socket } from "node:net";
import { array, assert, integer, property, record } from "fast-check";
import { ByteBudget, Holding } from "../../../../src/connections/byte-budget";

/** A connection that holds so many bytes. */
function holdingOf(budget: ByteBudget, bytes: number): Holding {
  const holding = new Holding(new Socket(), budget);
  holding.add(bytes);
  return holding;
}

const closed = (...holdings: Holding[]) => holdings.map(({ socket }) => socket.destroyed);

describe("ByteBudget", () => {
  it("when connections hold no more than it, then none is closed", () => {
    const budget = new ByteBudget(100);
    expect(closed(holdingOf(budget, 60), holdingOf(budget, 40))).toEqual([false, false]);
  });

  it("when they hold more, then those are closed that have held theirs for longest, and no more than need be", () => {
    const budget = new ByteBudget(100);
    const [a, b, c] = [60, 30, 50].map((bytes) => holdingOf(budget, bytes));
    expect(closed(a, b, c)).toEqual([true, false, false]);
    const d = holdingOf(budget, 90);
    expect(closed(b, c, d)).toEqual([true, true, false]);
  });

  it("when a connection comes to hold more, then its age stays that of its first byte", () => {
    const budget = new ByteBudget(100);
    const [a, b] = [holdingOf(budget, 10), holdingOf(budget, 50)];
    a.add(50);
    expect(closed(a, b)).toEqual([true, false]);
  });

  it("when a connection has released what it held, then it does not count any more", () => {
    const budget = new ByteBudget(100);
    const a = holdingOf(budget, 60);
    a.release();
    a.release();
    expect(closed(a, holdingOf(budget, 60), holdingOf(budget, 40))).toEqual([false, false, false]);
  });

  it("when one connection alone holds more, then its client may go on", () => {
    expect(closed(holdingOf(new ByteBudget(100), 1000))).toEqual([false]);
  });

  it("whatever is held and released, open connections hold no more than it, but for the newest of them", () => {
    const step = record({ of: integer({ min: 0, max: 9 }), bytes: integer({ min: -1, max: 80 }) });
    assert(
      property(array(step, { maxLength: 60 }), (steps) => {
        const budget = new ByteBudget(100);
        const holdings = Array.from({ length: 10 }, () => new Holding(new Socket(), budget));
        for (const { of, bytes } of steps) {
          if (holdings[of].socket.destroyed) continue;
          if (bytes === -1) holdings[of].release();
          else holdings[of].add(bytes);
        }
        const held = holdings.filter(({ bytes }) => bytes > 0);
        const total = held.reduce((sum, { bytes }) => sum + bytes, 0);
        expect(total <= 100 || held.length === 1).toBe(true);
      }),
    );
  });
});
