import { isLargerThan } from "../../../../../src/graphql/guards/answer-size";

const answer = {
  rows: Array.from({ length: 100 }, (_, i) => ({
    name: "a name",
    price: 1.2345678901234567 * i,
    none: null,
  })),
};
const size = JSON.stringify(answer).length;

describe("the size of an answer", () => {
  it("is told to about a third of it, before it is written", () => {
    expect(isLargerThan(answer, size / 1.35)).toBe(true);
    expect(isLargerThan(answer, size * 1.35)).toBe(false);
  });

  it("is not counted further than it matters", () => {
    const looked: number[] = [];
    const items = Array.from({ length: 100 }, (_, i) => ({
      get text() {
        looked.push(i);
        return "x".repeat(100);
      },
    }));
    expect(isLargerThan(items, 1000)).toBe(true);
    expect(looked.length).toBeLessThan(12);
  });
});
