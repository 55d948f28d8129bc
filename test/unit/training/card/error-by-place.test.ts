import { errorByPlace, errorsByPlace } from "../../../../training/card/error-by-place";
import { gridOf, incomeModel, resultsOf } from "../../../support/card-results";

/** Rows of a grid; those of each place are wrong by the number of the place. */
function houses(edge: number, rowsEach: number, factor = 1) {
  const place = gridOf(edge, rowsEach);
  const actual = [...place.latitude].map((_, i) => 10 + (i % 2));
  const predicted = actual.map((price, i) => price + factor * Math.floor(i / rowsEach));
  return { place, results: resultsOf(actual, predicted, incomeModel({ metrics: metricsOf(0.5) })) };
}

function metricsOf(rmse: number) {
  const { metrics } = incomeModel().file;
  return { ...metrics, test: { ...metrics.test, rmse } };
}

const encodingOf = (spec: object): unknown => JSON.parse(JSON.stringify(spec));

describe("the errors by location", () => {
  it("are those of the test rows in each cell of at least five", () => {
    const { place, results } = houses(3, 5);
    const cells = errorsByPlace(place, results);

    expect(cells).toHaveLength(9);
    expect(cells[4]).toMatchObject({ latitude: 1.5, longitude: 1.5, rows: [20, 21, 22, 23, 24] });
    expect(cells[4].rmse).toBeCloseTo(4, 12);
    expect(cells[4].mae).toBeCloseTo(4, 12);
  });

  it("are not known in cells of fewer rows", () => {
    const { place, results } = houses(3, 5);
    // One row of the middle moves to the last place.
    place.latitude[20] = 2.5;
    place.longitude[20] = 2.5;

    expect(errorsByPlace(place, results).map(({ rows }) => rows.length)).toEqual([5, 5, 5, 5, 6, 5, 5, 5]);
  });

  it("are no map where less than four places can be compared", () => {
    // Four of nine squares are on the map as a whole.
    const { place, results } = houses(3, 5);
    expect(errorByPlace(place, results)?.file).toBe("error-by-place.svg");
    place.latitude[20] = 2.5;

    expect(errorByPlace(place, results)).toBeUndefined();
  });
});

describe("the map of errors", () => {
  it("has a square with its error for each cell, and colours by the error of the model", () => {
    const { place, results } = houses(3, 5);
    const figure = errorByPlace(place, results);
    if (!figure) throw new TypeError("There is no map.");

    expect(figure).toMatchObject({ heading: "Error by location", file: "error-by-place.svg" });
    expect(figure.caption).toBe(
      "The RMSE of the test rows in each square of 0.1 degrees, in 100,000 US dollars. Squares with fewer than 5 test rows are omitted. With few rows, values depend more on chance.",
    );
    // A third of 0.5 is near 0.2.
    expect(encodingOf(figure.spec)).toMatchObject({
      layer: [
        {
          encoding: {
            color: {
              title: ["RMSE", "(100,000 US dollars)"],
              scale: { domain: [0.2, 0.4, expect.closeTo(0.6), 0.8, 1] },
            },
          },
        },
        { encoding: { color: { condition: { test: expect.stringMatching(/^datum\.rmse >= 0\.6/) } } } },
      ],
    });
  });

  it("has labels in its squares: short amounts where errors are large", () => {
    const specOf = (factor: number) => {
      const { place, results } = houses(3, 5, factor);
      return JSON.stringify(errorByPlace(place, results)?.spec);
    };

    expect(specOf(5)).toContain('"label":"5.0"');
    expect(specOf(10)).toContain('"label":"10.00"');
    expect(specOf(5)).toContain('"west":1.5,"east":1.6,"south":1.5,"north":1.6,"middle":1.55,"centre":1.55');
  });

  it("has no labels where its squares are narrow", () => {
    const { place, results } = houses(3, 5);
    // A tenth of the 2.97 degrees that the map is wide has 18 pixels.
    const wide = {
      latitude: place.latitude.map((value) => 1.4 * value),
      longitude: place.longitude.map((value) => 1.4 * value),
    };
    const figure = errorByPlace(wide, results);

    expect(encodingOf(figure?.spec ?? {})).toMatchObject({ layer: [{ mark: { type: "rect" } }] });
    expect(JSON.stringify(figure?.spec)).not.toContain('"text":{"field":"label"}');
  });
});
