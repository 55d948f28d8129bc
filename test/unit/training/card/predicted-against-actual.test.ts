import {
  countByPrices,
  predictedAgainstActual,
  priceGrid,
} from "../../../../training/card/predicted-against-actual";
import { resultsOf } from "../../../support/card-results";

const TEN = Array.from({ length: 10 }, (_, i) => i + 1);

describe("the grid of prices", () => {
  it("ends a tenth above nearly all prices, after about fifty steps", () => {
    // The quantile 0.995 of 1 to 10 is 9.955: steps of 0.2, and 1.1 · 9.955 = 10.95.
    const { step, end } = priceGrid(resultsOf(TEN, TEN));

    expect(step).toBe(0.2);
    expect(end).toBeCloseTo(11, 9);
  });

  it("counts rows by actual and predicted price", () => {
    expect(countByPrices(resultsOf([1.5, 1.6, 3, 1.9], [2.1, 2.9, -0.5, 2]), 1)).toEqual([
      { actual: 1, predicted: 2, rows: 3 },
      { actual: 3, predicted: -1, rows: 1 },
    ]);
    expect(countByPrices(resultsOf([250], [90]), 100)).toEqual([{ actual: 200, predicted: 0, rows: 1 }]);
  });
});

describe("the chart of predicted against actual prices", () => {
  it("has squares with their number of rows", () => {
    const figure = predictedAgainstActual(resultsOf(TEN, TEN));

    expect(figure).toMatchObject({
      file: "predicted-against-actual.svg",
      heading: "Predicted against actual price",
    });
    expect(figure.caption).not.toContain("outside");
    expect(figure.spec).toMatchObject({
      height: 400,
      title: { subtitle: "10 test rows; a perfect model is on the diagonal" },
      layer: [
        {
          encoding: {
            x: {
              field: "actual",
              title: "Actual price (100,000 US dollars)",
              scale: { domain: [0, expect.closeTo(11)] },
            },
            x2: { field: "actualEnd" },
            y: { field: "predicted", title: "Predicted price (100,000 US dollars)" },
            y2: { field: "predictedEnd" },
            color: { field: "rows", title: "Test rows", legend: { format: "d" } },
          },
        },
        {
          data: { values: [{ from: 0, to: expect.closeTo(11) }] },
          encoding: {
            x: { field: "from" },
            y: { field: "from" },
            x2: { field: "to" },
            y2: { field: "to" },
          },
        },
      ],
    });
    const spec = JSON.stringify(figure.spec);
    expect(spec.match(/"rows":1,/g)).toHaveLength(10);
    expect(spec).toContain('{"actual":2,"predicted":2,"rows":1,"actualEnd":2.2,"predictedEnd":2.2}');
  });

  it("tells how many rows are outside of it", () => {
    const outside = (actual: number[], predicted: number[]) =>
      / (\d+) rows lie outside the chart\./.exec(
        predictedAgainstActual(resultsOf(actual, predicted)).caption,
      )?.[1];

    expect(outside(TEN, TEN.with(0, -1).with(1, 99))).toBe("2");
    expect(outside(TEN.with(0, -1).with(1, 0), TEN.with(2, 0))).toBe("1");
    expect(outside([...Array(300).fill(10), 99], [...Array(300).fill(10), 5])).toBe("1");
  });
});
