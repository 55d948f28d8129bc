import { findCentres } from "../../../../training/smooth/find-centres";

const inPlane = (points: readonly (readonly number[])[], count: number) => [
  ...findCentres(Float64Array.from(points.flat()), 2, count),
];

describe("findCentres", () => {
  it("finds the middle of each of two groups", () => {
    const points = [
      [0, 0],
      [0, 2],
      [10, 0],
      [10, 2],
    ];
    expect(inPlane(points, 2)).toEqual([0, 1, 10, 1]);
  });

  it("starts from points at equal steps, so that every point is a centre where all are asked for", () => {
    const points = [
      [3, 1],
      [1, 4],
      [1, 5],
    ];
    expect(inPlane(points, 3)).toEqual(points.flat());
  });

  it("has no centre twice where points coincide", () => {
    const points = [
      [1, 1],
      [1, 1],
      [1, 1],
      [2, 2],
    ];
    expect(inPlane(points, 4)).toEqual([1, 1, 2, 2]);
  });

  it("gives a point that is as near to two centres to the first", () => {
    const points = [
      [0, 0],
      [1, 0],
      [2, 0],
    ];
    // The first centres are the points 0 and 2: the middle point moves the first of them.
    expect(inPlane(points, 2).slice(0, 2)).toEqual([0.5, 0]);
  });

  it("finds centres in any number of dimensions", () => {
    const points = Float64Array.of(0, 0, 0, 1, 1, 1, 9, 9, 9, 10, 10, 10);
    expect([...findCentres(points, 3, 2)]).toEqual([0.5, 0.5, 0.5, 9.5, 9.5, 9.5]);
  });
});
