import { locationBlock } from "../../../../../../model/estimators/smooth/blocks/location-block";
import { LocationGrid } from "../../../../../../model/estimators/smooth/location-grid";
import { bothSums, columnsOf, LOCATION_DATA } from "../../../../../support/small-basis";

describe("the columns of the location", () => {
  const grid = new LocationGrid(LOCATION_DATA, { latitude: 1, longitude: 0 });
  const block = locationBlock(grid, "location");

  it.each([
    [50.5, 4.2],
    [53, 8],
    [70, 0],
    [Number.NaN, 5],
  ])("have the same sum in predictions as in training: %d, %d", (latitude, longitude) => {
    grid.read(Float64Array.of(longitude, latitude), 0);
    const [predicted, trained] = bothSums(block);
    expect(predicted).toBeCloseTo(trained, 12);
  });

  it("are the radial functions", () => {
    grid.read(Float64Array.of(4, 50), 0);
    expect(columnsOf(block)[0]).toBeCloseTo(1, 12);
    expect(block).toMatchObject({ size: 2, features: [1, 0], label: "location" });
  });
});
