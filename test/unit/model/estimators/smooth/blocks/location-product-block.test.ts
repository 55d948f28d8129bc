import { locationProductBlock } from "../../../../../../model/estimators/smooth/blocks/location-product-block";
import { Curve } from "../../../../../../model/estimators/smooth/curve";
import { LocationGrid } from "../../../../../../model/estimators/smooth/location-grid";
import { bothSums, columnsOf, curveData, LOCATION_DATA } from "../../../../../support/small-basis";

describe("the columns of a feature by location", () => {
  const grid = new LocationGrid(LOCATION_DATA, { latitude: 1, longitude: 0 });
  const curve = new Curve(curveData("Area"), 2);
  const block = locationProductBlock(curve, 2, grid, "area × location");
  const read = (latitude: number, longitude: number, area: number) => {
    const row = Float64Array.of(longitude, latitude, area);
    grid.read(row, 0);
    curve.read(row, 0);
  };

  it("are all radial functions times the first function, then all times the second", () => {
    read(51, 5, 22);
    const radials = new Float64Array(3);
    grid.write("products", radials, 0);
    const expected = [0, 1].flatMap((k) => [...radials].map((value) => value * curve.at(k)));
    columnsOf(block).forEach((column, c) => {
      expect(column).toBeCloseTo(expected[c], 14);
    });
    expect(block).toMatchObject({ size: 6, features: [2, 1, 0], label: "area × location" });
  });

  it.each([
    [50.5, 4.2, 12],
    [52.9, 7.7, -40],
    [0, 0, 30],
    [51, 5, Number.NaN],
  ])("have the same sum in predictions as in training: %d, %d, %d", (latitude, longitude, area) => {
    read(latitude, longitude, area);
    const [predicted, trained] = bothSums(block);
    expect(predicted).toBeCloseTo(trained, 12);
  });
});
