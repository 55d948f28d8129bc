import { mapCellSize, placeCells } from "../../../../training/card/place-cells";

const at = (latitudes: number[], longitudes = latitudes.map(() => 4.05)) => ({
  latitude: Float64Array.from(latitudes),
  longitude: Float64Array.from(longitudes),
});

describe("the cells of a map", () => {
  it("have the rows within them, and their south-west corner", () => {
    const place = at([50.1, 50.6, 50.2, 50.1], [4.1, 4.1, 4.4, -0.1]);

    expect(placeCells(place, 0.5)).toEqual([
      { latitude: 50, longitude: 4, size: 0.5, rows: [0, 2] },
      { latitude: 50.5, longitude: 4, size: 0.5, rows: [1] },
      { latitude: 50, longitude: -0.5, size: 0.5, rows: [3] },
    ]);
  });
});

describe("the size of the cells of a map", () => {
  // Over ten degrees, the finest cells are half a degree.
  const scattered = [53, 54, 55, 56, 57, 58, 60.05, 60.05];
  const together = (count: number) => Array.from({ length: count }, () => 50.05);

  it("is the finest if most rows are in cells of five", () => {
    // 12 rows of 20 are six tenths.
    expect(mapCellSize(at([...together(12), ...scattered]))).toBe(0.5);
  });

  it("is coarser where too few are", () => {
    expect(mapCellSize(at([...together(11), 50.75, ...scattered]))).toBe(1);
    expect(mapCellSize(at([...together(10), 50.75, 51.5, ...scattered]))).toBe(2);
    expect(mapCellSize(at([...together(3), 50.75, 50.85, ...scattered]))).toBe(2);
  });

  it("counts cells of five rows", () => {
    const places = (each: number) =>
      [50.05, 52.05, 54.05, 56.05, 60.05].flatMap((north) => Array(each).fill(north));

    expect(mapCellSize(at(places(5)))).toBe(0.5);
    expect(mapCellSize(at(places(4)))).toBe(2);
  });
});
