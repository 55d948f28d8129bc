import {
  importance,
  permutationFigure,
  permutationImportances,
  standardisedCoefficients,
} from "../../../../training/card/importance";
import { RandomState } from "../../../../training/random-state";
import { incomeModel, resultsOf } from "../../../support/card-results";
import { AREA, ROOMS, trainingTable } from "../../../support/training-tables";

describe("standardised coefficients", () => {
  it("are the coefficients times the deviations of their features", () => {
    // Deviations of 1 and 4.
    const table = trainingTable(
      [AREA, ROOMS],
      [
        [1, 0],
        [3, 8],
      ],
      [1, 2],
      ["Rooms", "Area"],
    );

    expect(standardisedCoefficients([-2, 5], table)).toEqual([
      { label: "rooms", importance: -8 },
      { label: "area", importance: 5 },
    ]);
  });
});

describe("the importance by permutation", () => {
  const INCOMES = [1, 2, 4, 8, 16];

  it("is how much the error grows where a feature is exchanged; the location is one feature", () => {
    const features = ["Latitude", "MedInc", "Longitude"];
    const results = resultsOf(
      INCOMES.map((income) => income + 1),
      INCOMES,
      incomeModel(),
      features,
    );
    const order = new RandomState(42).permutation(5);
    const squares = INCOMES.map((income, i) => (income + 1 - INCOMES[order[i]]) ** 2);
    const rmse = Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / 5);

    expect(permutationImportances(results)).toEqual([
      { label: "medInc", importance: expect.closeTo(rmse - 1, 12) },
      { label: "location", importance: 0 },
    ]);
  });

  it("is of each coordinate where a model has one alone", () => {
    const results = resultsOf(INCOMES, INCOMES, incomeModel(), ["Latitude", "MedInc"]);

    expect(permutationImportances(results).map(({ label }) => label)).toEqual(["latitude", "medInc"]);
  });
});

describe("the chart of importance", () => {
  it("has the coefficients of a model that has them", () => {
    const { table, ...rest } = resultsOf([1, 2], [1, 2]);
    const figure = importance({ table, ...rest }, table);

    expect(figure).toMatchObject({ file: "importance.svg", heading: "Standardised coefficients" });
    expect(JSON.stringify(figure.spec)).toContain(
      "Change of the price for one standard deviation (100,000 US dollars)",
    );
    expect(figure.spec).toMatchObject({ data: { values: [{ label: "medInc", importance: 0.5 }, {}, {}] } });
  });

  const chart = (...importances: number[]) =>
    permutationFigure(
      importances.map((importance, i) => ({ label: `f${i}`, importance })),
      "euros",
    );

  it("has the largest first, whatever their sign", () => {
    const figure = chart(1, -3, 2);

    expect(figure.heading).toBe("Importance of the features");
    expect(figure.spec).toMatchObject({
      height: 96,
      title: { subtitle: "Largest first" },
      data: {
        values: [
          { label: "f1", importance: -3 },
          { label: "f2", importance: 2 },
          { label: "f0", importance: 1 },
        ],
      },
    });
  });

  it("has room for numbers beside the bars, where there are bars", () => {
    const domain = (...importances: number[]) => {
      const layers = JSON.parse(JSON.stringify(chart(...importances).spec)).layer;
      return layers[0].encoding.x.scale.domain;
    };

    expect(domain(10, 4)).toEqual([0, 11.5]);
    expect(domain(-10, -4)).toEqual([-11.5, 0]);
    expect(domain(10, -10)).toEqual([-13, 13]);
  });

  it("has twenty bars at most", () => {
    const twenty = Array.from({ length: 20 }, (_, i) => i + 1);

    expect(chart(...twenty).spec).toMatchObject({ height: 640, title: { subtitle: "Largest first" } });
    expect(chart(...twenty, 21).spec).toMatchObject({
      height: 640,
      title: { subtitle: "The 20 largest of 21" },
    });
  });

  it("has short numbers where they are large", () => {
    expect(JSON.stringify(chart(-99.9, 5).spec)).toContain('"format":".3f"');
    expect(JSON.stringify(chart(-100, 5).spec)).toContain('"format":".3s"');
    expect(JSON.stringify(chart(9999).spec)).not.toContain('"~s"');
    expect(JSON.stringify(chart(-10_000).spec)).toContain('"~s"');
  });

  it("has room for long names, which are cut", () => {
    const named = (label: string) => permutationFigure([{ label, importance: 1 }], "euros").spec;

    expect(named("short")).toMatchObject({ width: 550, padding: { left: 66 } });
    expect(named("x".repeat(36))).toMatchObject({
      width: 550 + 66 - (24 + 7 * 36),
      padding: { left: 24 + 7 * 36 },
      data: { values: [{ label: "x".repeat(36) }] },
    });
    expect(named("x".repeat(37))).toMatchObject({ data: { values: [{ label: `${"x".repeat(35)}…` }] } });
  });
});
