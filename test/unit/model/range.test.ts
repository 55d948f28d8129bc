import { clip, UNLIMITED } from "../../../model/range";

describe("clipping a value", () => {
  it.each([
    [-1, 0],
    [0, 0],
    [3, 3],
    [5, 5],
    [6, 5],
    [Number.NaN, Number.NaN],
  ])("of %p to 0 … 5 gives %p", (value, clipped) => {
    expect(clip(value, 0, 5)).toBe(clipped);
  });

  it("without limits changes nothing", () => {
    expect([-1e300, 1e300].map((value) => clip(value, UNLIMITED.min, UNLIMITED.max))).toEqual([
      -1e300, 1e300,
    ]);
    expect(UNLIMITED).toEqual({ min: -Infinity, max: Infinity });
  });
});
