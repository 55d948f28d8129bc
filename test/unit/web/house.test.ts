import { inputOf } from "../../../web/house/house";
import { isOutside } from "../../../web/house/outside";
import { onStep, spanOf } from "../../../web/house/span";
import { usualHouse } from "../../../web/house/usual-value";
import { columnOf, EVERY_TYPE } from "./columns";

describe("the house that the page starts with", () => {
  it("is in the middle of the training rows, and lacks what most of them lack", () => {
    expect(usualHouse(EVERY_TYPE)).toEqual({
      area: 19,
      rooms: 19,
      built: null,
      sold: "1970-01-20",
      garage: true,
      kind: "TO_RENOVATE",
      unread: null,
    });
  });

  it("is asked about without what is not known", () => {
    expect(inputOf({ area: 19, rooms: null, garage: false })).toEqual({ area: 19, garage: false });
  });
});

describe("a slider", () => {
  it("covers most training rows and half as much beside them, as far as training goes", () => {
    expect(spanOf(columnOf({}))).toEqual({ from: 1, to: 37, step: 0.1 });
    expect(spanOf(columnOf({ min: 9, max: 30, type: "INTEGER" }))).toEqual({ from: 9, to: 30, step: 1 });
  });

  it("is not there where nothing is known, or all values are the same", () => {
    expect(spanOf(columnOf({ quantiles: null }))).toBeUndefined();
    expect(spanOf(columnOf({ min: 1, max: 1 }))).toBeUndefined();
  });

  it("gives values without stray digits", () => {
    expect(onStep(0.1 + 0.2, { from: 0, to: 1, step: 0.01 })).toBe(0.3);
    expect(onStep(12.000000001, { from: 0, to: 100, step: 1 })).toBe(12);
  });
});

describe("a value outside the training range", () => {
  it.each([
    ["NUMBER", 1000.5, true],
    ["NUMBER", 1000, false],
    ["NUMBER", null, false],
    ["DATE", "1969-12-31", true],
    ["DATE", "1970-01-01", false],
  ] as const)("is marked: %s %s %s", (type, value, expected) => {
    expect(isOutside(columnOf({ type }), value)).toBe(expected);
  });
});
