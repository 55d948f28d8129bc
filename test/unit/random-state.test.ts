import { RandomState } from "../../training/random-state";

describe("RandomState", () => {
  it("permutes as NumPy's RandomState(42).permutation(10)", () => {
    expect([...new RandomState(42).permutation(10)]).toEqual([8, 1, 5, 0, 7, 2, 9, 4, 3, 6]);
  });
});
