import { findCentres, type Point } from "../../../../training/basis/centres";

describe("findCentres", () => {
  it("finds the middle of each of two groups", () => {
    const points: Point[] = [
      [0, 0],
      [0, 2],
      [10, 0],
      [10, 2],
    ];
    expect(findCentres(points, 2)).toEqual([
      [0, 1],
      [10, 1],
    ]);
  });

  it("starts from points at equal steps, so that every point is a centre where all are asked for", () => {
    const points: Point[] = [
      [3, 1],
      [1, 4],
      [1, 5],
    ];
    expect(findCentres(points, 3)).toEqual(points);
  });

  it("has no centre twice where points coincide", () => {
    const points: Point[] = [
      [1, 1],
      [1, 1],
      [1, 1],
      [2, 2],
    ];
    expect(findCentres(points, 4)).toEqual([
      [1, 1],
      [2, 2],
    ]);
  });

  it("gives a point that is as near to two centres to the first", () => {
    const points: Point[] = [
      [0, 0],
      [1, 0],
      [2, 0],
    ];
    // The first centres are the points 0 and 2: the middle point moves the first of them.
    expect(findCentres(points, 2)[0]).toEqual([0.5, 0]);
  });

  it("leaves every centre at the mean of the points that are nearest to it", () => {
    const points = Array.from({ length: 300 }, (_, i): Point => [Math.sin(i), Math.cos(2 * i)]);
    const centres = findCentres(points, 3);
    const again = findCentres([...points], 3);
    expect(again).toEqual(centres);
    const distance = (a: Point, b: Point) => Math.hypot(a[0] - b[0], a[1] - b[1]);
    const spread = (to: readonly Point[]) =>
      points.reduce((sum, point) => sum + Math.min(...to.map((centre) => distance(point, centre) ** 2)), 0);
    expect(spread(centres)).toBeLessThan(spread([points[50], points[150], points[250]]));
  });
});
