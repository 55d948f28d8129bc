import { coverageAtEnds, coverageCurve, observeCoverage } from "../../../../training/card/coverage-curve";
import { resultsOf } from "../../../support/card-results";

/** Ten rows, whose distances from the prediction are 0.04, 0.14 and so on; an interval is as wide as its coverage. */
const RESULTS = resultsOf(
  Array.from({ length: 10 }, (_, i) => 10 * i + 0.04 + i / 10),
  Array.from({ length: 10 }, (_, i) => 10 * i),
);

describe("the coverage of intervals", () => {
  it("is observed for each hundredth from 0.5 to 0.99", () => {
    const observed = observeCoverage(RESULTS);

    expect(observed).toHaveLength(50);
    expect([observed[0], observed[4], observed[3], observed[49]]).toEqual([
      { nominal: 0.5, observed: 0.5 },
      { nominal: 0.54, observed: expect.closeTo(0.55, 1) },
      { nominal: 0.53, observed: 0.5 },
      { nominal: 0.99, observed: 1 },
    ]);
    expect(observed.find(({ nominal }) => nominal === 0.6)?.observed).toBe(0.6);
  });

  it("is observed among the cheapest and the dearest rows too", () => {
    expect(coverageAtEnds(RESULTS)).toEqual({ cheapest: 1, dearest: 0 });
  });

  it("is a curve beside what chance may do", () => {
    const figure = coverageCurve(RESULTS);

    expect(figure).toMatchObject({ file: "coverage.svg", heading: "Coverage of the intervals" });
    expect(figure.caption).toContain(
      "covers 100.0\u00a0% of the cheapest tenth and 0.0\u00a0% of the most expensive.",
    );
    const chance = 2 * Math.sqrt(0.25 / 10);
    expect(figure.spec).toMatchObject({
      title: { subtitle: "10 test rows; the dashed line is the nominal coverage" },
      data: {
        values: expect.arrayContaining([
          { nominal: 0.5, observed: 0.5, low: 0.5 - chance, high: 0.5 + chance },
          { nominal: 0.99, observed: 1, low: expect.closeTo(0.99 - 2 * Math.sqrt(0.00099), 9), high: 1 },
        ]),
      },
    });
  });
});
