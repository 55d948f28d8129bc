import { meanResiduals, residualMap } from "../../../../training/card/residual-map";
import { gridOf, incomeModel, resultsOf } from "../../../support/card-results";

const place = gridOf(3, 5);
/** The rows of a place cost more than predicted by its number, but for the first, which costs less by it. */
const residuals = Float64Array.from(place.latitude, (_, i) => (i % 5 === 0 ? -1 : 1) * Math.floor(i / 5));

describe("the residuals by location", () => {
  it("are means over squares of a fifth of those of the map of errors", () => {
    const cells = meanResiduals(place, residuals);

    expect(cells).toHaveLength(9);
    // Of four residuals of 4 and one of -4.
    expect(cells[4]).toMatchObject({ size: 0.02, rows: [20, 21, 22, 23, 24], residual: 12 / 5 });
  });

  it("are a map, with colours by the error of the model", () => {
    const { metrics } = incomeModel().file;
    const model = incomeModel({ metrics: { ...metrics, test: { ...metrics.test, rmse: 0.3 } } });
    const actual = [...residuals].map((residual) => 10 + residual);
    const figure = residualMap(
      place,
      resultsOf(
        actual,
        actual.map(() => 10),
        model,
      ),
    );

    expect(figure).toMatchObject({ file: "residual-map.svg", heading: "Residuals on the map" });
    expect(figure.caption).toContain("Each square is 0.02 degrees wide");
    expect(figure.caption).toContain("Grey squares are within 0.08 of the actual price.");
    // 0.7 of 0.3 is near 0.2.
    expect(figure.spec).toMatchObject({
      title: { subtitle: "Mean of the test rows in each square of 0.02 degrees" },
      layer: [
        {
          data: {
            values: expect.arrayContaining([
              { residual: 12 / 5, west: 1.5, east: 1.52, south: 1.5, north: 1.52 },
            ]),
          },
          encoding: {
            x: { field: "west" },
            x2: { field: "east" },
            y: { field: "south" },
            y2: { field: "north" },
            color: {
              field: "residual",
              title: ["Actual - predicted", "(100,000 US dollars)"],
              scale: {
                domain: [-0.4, -0.2, expect.closeTo(-0.08), expect.closeTo(0.08), 0.2, 0.4],
              },
            },
          },
        },
      ],
    });
  });
});
