import { Radial } from "../../../../../model/estimators/smooth/radial";

function valuesAt(latitude: number, longitude: number, power: 1 | 2, longitudeScale = 0.5): number[] {
  const radial = new Radial(
    {
      power,
      length: 2,
      centres: [
        [50, 10],
        [54, 16],
      ],
    },
    longitudeScale,
  );
  expect(radial.size).toBe(2);
  const values = new Float64Array(2);
  radial.evaluate(latitude, longitude, values);
  return [...values];
}

describe("a radial function", () => {
  it("is 1 at its centre", () => {
    expect(valuesAt(50, 10, 1)[0]).toBe(1);
    expect(valuesAt(54, 16, 2)[1]).toBe(1);
  });

  it("is a half at its length, for both powers", () => {
    expect(valuesAt(52, 10, 1)[0]).toBeCloseTo(0.5, 14);
    expect(valuesAt(48, 10, 2)[0]).toBeCloseTo(0.5, 14);
  });

  it("counts a degree of longitude by its length", () => {
    expect(valuesAt(50, 14, 2)[0]).toBeCloseTo(0.5, 14);
    expect(valuesAt(50, 14, 2, 1)[0]).toBeCloseTo(1 / 5, 14);
  });

  it("decays with the distance, or with its square", () => {
    // 4 degrees to the north and 3 to the east are 5, which is 2.5 lengths.
    expect(valuesAt(54, 16, 1)[0]).toBeCloseTo(1 / 3.5, 14);
    expect(valuesAt(54, 16, 2)[0]).toBeCloseTo(1 / 7.25, 14);
    expect(valuesAt(50, 10, 2)[1]).toBeCloseTo(1 / 7.25, 14);
  });
});
