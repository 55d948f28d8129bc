import fc from "fast-check";
import { errorByPrice, errorsByPrice, rowsByPrice } from "../../../../training/card/error-by-price";
import { resultsOf } from "../../../support/card-results";

const prices = (count: number, step = 1) => Array.from({ length: count }, (_, i) => (i + 1) * step);

describe("the tenths of prices", () => {
  it("have rows by increasing price, those of one price in their order", () => {
    expect(rowsByPrice(Float64Array.of(3, 1, 3, 2))).toEqual([[1], [3], [0], [2]]);
  });

  it("are ten groups of nearly equal size, or as many as there are rows", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 1, maxLength: 50 }), (values) => {
        const groups = rowsByPrice(Float64Array.from(values));
        const sizes = groups.map(({ length }) => length);

        expect(groups).toHaveLength(Math.min(10, values.length));
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        expect(groups.flat().map((row) => values[row])).toEqual(values.toSorted((a, b) => a - b));
      }),
    );
  });
});

describe("the error by price", () => {
  // Twenty rows: the first of a pair is right, the second is off by the number of its pair.
  const predicted = prices(20).map((price, i) => price + (i % 2 === 0 ? 0 : (i + 1) / 2));
  const results = resultsOf(prices(20), predicted);

  it("has the scores and the range of each tenth", () => {
    const groups = errorsByPrice(results);

    expect(groups).toHaveLength(10);
    expect(groups[3]).toMatchObject({ rows: 2, from: 7, to: 8, mae: 2, rmse: Math.sqrt(8) });
  });

  it("is a chart with two bars for each tenth", () => {
    const figure = errorByPrice(results);

    expect(figure).toMatchObject({ file: "error-by-price.svg", heading: "Error by price" });
    expect(figure.spec).toMatchObject({
      width: 550,
      height: 300,
      data: {
        values: expect.arrayContaining([
          { prices: "7.00–8.00", metric: "RMSE", error: Math.sqrt(8) },
          { prices: "7.00–8.00", metric: "MAE", error: 2 },
        ]),
      },
      layer: [
        { encoding: { y: { title: "Error (100,000 US dollars)", axis: { tickCount: 6 } } } },
        { encoding: { text: { format: ".2f" } } },
      ],
    });
    // The longest label, 19.00–20.00, has two letters more than the space is made for.
    expect(figure.spec).toMatchObject({ padding: { bottom: 96 + 2 * 7 } });
  });

  it("has space for its shortest labels, and short numbers where errors are large", () => {
    const { spec } = errorByPrice(resultsOf(prices(10, 2), prices(10, 2)));
    expect(spec).toMatchObject({ padding: { bottom: 96 + 2 * 7 } });
    expect(errorByPrice(resultsOf([1, 2], [1, 2])).spec).toMatchObject({ padding: { bottom: 96 } });

    const layers = (error: number) => errorByPrice(resultsOf([1, 2], [1 + error, 2])).spec;
    expect(layers(99)).toMatchObject({ layer: [{}, { encoding: { text: { format: ".2f" } } }] });
    expect(layers(100)).toMatchObject({ layer: [{}, { encoding: { text: { format: ".2s" } } }] });
    expect(layers(10_000)).toMatchObject({ layer: [{ encoding: { y: { axis: { format: "~s" } } } }, {}] });
  });
});
