import { areaOf, axesOf, emptiestCorner, isOnMap, mapOf } from "../../../../training/card/map";

const area = (north: number, east: number) => ({
  latitudes: [0, north] as [number, number],
  longitudes: [0, east] as [number, number],
});

describe("the area of a map", () => {
  it("has nearly all rows, and a margin", () => {
    const { latitudes, longitudes } = areaOf({
      latitude: Float64Array.of(0, 100),
      longitude: Float64Array.of(5, 5),
    });

    // The quantiles 0.002 and 0.998 are 0.2 and 99.8; three hundredths of 99.6 are 2.988.
    expect(latitudes[0]).toBeCloseTo(0.2 - 2.988, 9);
    expect(latitudes[1]).toBeCloseTo(99.8 + 2.988, 9);
    expect(longitudes).toEqual([4.99, 5.01]);
  });

  it("has the cells that are within it as a whole", () => {
    const isIn = (latitude: number, longitude: number, size = 2) =>
      isOnMap({ latitudes: [0, 10], longitudes: [20, 30] }, { latitude, longitude, size });

    expect([isIn(0, 20), isIn(8, 28)]).toEqual([true, true]);
    expect([isIn(-0.1, 20), isIn(0, 19.9), isIn(8.1, 28), isIn(8, 28.1)]).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});

describe("a map", () => {
  it.each([
    ["as high as its area", area(10, 10), Math.round(550 / Math.cos((5 * Math.PI) / 180))],
    ["280 pixels at least", area(1, 10), 280],
    ["720 pixels at most", area(20, 5), 720],
    ["no wider than it is at 84 degrees", { latitudes: [88, 90], longitudes: [0, 20] } as const, 550],
  ])("is %s", (_what, { latitudes, longitudes }, height) => {
    const spec = mapOf({ latitudes: [...latitudes], longitudes: [...longitudes] }, "title", "below", []);

    expect(spec).toEqual({ width: 550, height, title: { text: "title", subtitle: "below" }, layer: [] });
  });

  it("has axes in degrees, of just its area", () => {
    const { latitude, longitude } = axesOf(area(10, 20));

    expect(latitude).toMatchObject({
      title: "Latitude (degrees north)",
      scale: { domain: [0, 10], nice: false, zero: false },
    });
    expect(longitude).toMatchObject({
      title: "Longitude (degrees east)",
      scale: { domain: [0, 20], nice: false, zero: false },
    });
  });
});

describe("the legend of a map", () => {
  const cornerOf = (...cells: [latitude: number, longitude: number][]) =>
    emptiestCorner(
      area(10, 20),
      cells.map(([latitude, longitude]) => ({ latitude, longitude })),
    );

  it("is in the corner with the fewest cells", () => {
    expect(cornerOf()).toBe("top-right");
    expect(cornerOf([9, 19])).toBe("top-left");
    expect(cornerOf([9, 19], [9, 1])).toBe("bottom-right");
    expect(cornerOf([9, 19], [9, 1], [1, 19])).toBe("bottom-left");
    expect(cornerOf([9, 19], [9, 1], [1, 19], [1, 1], [1, 1], [9, 1], [9, 19])).toBe("bottom-right");
  });

  it("covers two fifths in each direction", () => {
    expect([cornerOf([6.1, 12.1]), cornerOf([5.9, 19]), cornerOf([9, 11.9])]).toEqual([
      "top-left",
      "top-right",
      "top-right",
    ]);
    expect([cornerOf([9, 19], [6.1, 7.9]), cornerOf([9, 19], [6.1, 8.1])]).toEqual([
      "bottom-right",
      "top-left",
    ]);
    expect([cornerOf([9, 19], [9, 1], [3.9, 12.1]), cornerOf([9, 19], [9, 1], [4.1, 12.1])]).toEqual([
      "bottom-left",
      "bottom-right",
    ]);
  });
});
